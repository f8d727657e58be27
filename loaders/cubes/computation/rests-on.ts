import type {Piece} from "./pieces.js";

/** What a query rests on. */
interface Support {
  /** Files of models, each after those that it rests on itself. */
  files: string[];
  /**
   * Pieces whose tables the query reads itself, or whose columns it reads from the wide table of scores; where none of
   * these is told a setting, also those behind them.
   */
  near: Piece[];
  /** Tables that no piece makes: those of the exports. */
  exported: string[];
}

/** The tables of the warehouse with their columns. */
type TableColumns = ReadonlyMap<string, ReadonlySet<string>>;

/** Variables that say how a number is written or whether there is one: no threshold. */
const noThreshold = new Set(["minor_units", "minor_digits", "has_profit", "smallest_cell"]);

function isUntold({variables}: Piece): boolean {
  return variables.every((name) => noThreshold.has(name));
}

const keys = new Set(["as_of", "customer_id"]);

/** Follows what queries read, table by table, back to the exports. */
export class Lineage {
  private readonly makers = new Map<string, Piece[]>();

  constructor(
    private readonly pieces: readonly Piece[],
    private readonly columns: TableColumns,
    private readonly exported: ReadonlySet<string>,
  ) {
    for (const piece of pieces)
      for (const name of piece.makes) this.makers.set(name, [...(this.makers.get(name) ?? []), piece]);
  }

  /** What a query that takes these tables and macros rests on; `words` are all names in it. */
  of(needs: readonly string[], words: readonly string[]): Support {
    const files: string[] = [];
    const exported = new Set<string>();
    const seen = new Set<Piece>();
    const visit = (names: readonly string[]): void => {
      for (const name of [...names].sort()) {
        if (this.exported.has(name)) exported.add(name);
        for (const piece of this.makers.get(name) ?? []) enter(piece);
      }
    };
    const enter = (piece: Piece): void => {
      if (seen.has(piece)) return;
      seen.add(piece);
      visit(piece.needs);
      for (const run of piece.runs)
        for (const other of this.pieces) if (other.file === `models/${run}`) enter(other);
      if (piece.file !== "" && !files.includes(piece.file)) files.push(piece.file);
    };
    visit(needs);
    let near = this.nearOf(needs, new Set(words));
    while (near.every(isUntold)) {
      const wider = this.nearOf(
        near.flatMap((p) => (p.makes.includes("scores") ? [] : p.needs)),
        new Set(words),
      );
      const added = wider.filter((p) => !near.includes(p));
      if (added.length === 0) break;
      near = [...near, ...added];
    }
    return {files, near, exported: [...exported].sort()};
  }

  private nearOf(needs: readonly string[], words: ReadonlySet<string>): Piece[] {
    const near = new Set<Piece>();
    const add = (piece: Piece): void => {
      near.add(piece);
      for (const maker of this.sameFile(piece)) near.add(maker);
    };
    for (const name of needs)
      for (const piece of this.makers.get(name) ?? []) {
        add(piece);
        // The wide table only gathers columns: what counts is who made those that are read.
        const from = name === "scores" ? piece.needs.filter((t) => this.shares(t, words)) : piece.needs;
        const through = name === "scores" || piece.file === "cubes/macros.sql" || piece.makes.length === 0;
        if (through) for (const t of from) for (const maker of this.makers.get(t) ?? []) add(maker);
      }
    return [...near];
  }

  /** What a piece takes from its own file or from settings that are tables, step by step. */
  private sameFile(piece: Piece, found = new Set<Piece>()): Set<Piece> {
    for (const name of piece.needs)
      for (const maker of this.makers.get(name) ?? []) {
        if (found.has(maker) || (maker.file !== piece.file && maker.file !== "")) continue;
        found.add(maker);
        this.sameFile(maker, found);
      }
    return found;
  }

  private shares(table: string, words: ReadonlySet<string>): boolean {
    return [...(this.columns.get(table) ?? [])].some((column) => !keys.has(column) && words.has(column));
  }
}
