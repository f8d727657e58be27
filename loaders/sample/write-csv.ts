import {type FileHandle, open} from "node:fs/promises";

export type Cell = string | number | boolean | null;

const chunkLength = 1 << 20;

/** One CSV record with its line feed: RFC 4180, quoted only where a value needs it, empty where it is null. */
export function csvRecord(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A CSV file that is written in pieces of about a megabyte, so that its size never shows in memory. Text gathers in
 * `add`; whoever adds must await `drain` now and then, which writes what is due and waits for the disk.
 */
export class CsvFile {
  private chunk: string;
  /** The write under way: the next chunk is composed meanwhile. */
  private writing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly file: FileHandle,
    header: readonly string[],
  ) {
    this.chunk = csvRecord(header);
  }

  static async create(path: string, header: readonly string[]): Promise<CsvFile> {
    return new CsvFile(await open(path, "w"), header);
  }

  add(records: string): void {
    this.chunk += records;
  }

  async drain(): Promise<void> {
    if (this.chunk.length < chunkLength) return;
    await this.writing;
    this.writing = this.flush();
    // Awaited at the next drain or at the close; without this, a failure before then would end the process.
    this.writing.catch(() => {});
  }

  async close(): Promise<void> {
    try {
      await this.writing;
      await this.flush();
      await this.file.sync();
    } finally {
      await this.file.close();
    }
  }

  private flush(): Promise<void> {
    const text = this.chunk;
    this.chunk = "";
    return this.file.appendFile(text, "utf8");
  }
}
