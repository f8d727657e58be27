import {type ParseArgsConfig, parseArgs} from "node:util";
import {UserError} from "../errors.js";
import {nearest} from "../nearest.js";

/** Runs a command: 0 where it ends well, 1 with a plain message on a user's mistake, 2 with a stack on a bug of ours. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const mistake = error instanceof UserError;
    console.error(mistake ? error.message : error);
    process.exitCode = mistake ? 1 : 2;
  }
}

/**
 * Until `work` is done, a signal to end says so in one plain line and ends the process, whatever it is about; `says` is
 * what then holds.
 */
export async function endingPlainly<T>(says: string, work: () => Promise<T>): Promise<T> {
  const end = (signal: NodeJS.Signals, code: number): void => {
    console.error(`ended by ${signal}; ${says}`);
    process.exit(128 + code);
  };
  try {
    process.on("SIGINT", end);
    process.on("SIGTERM", end);
    return await work();
  } finally {
    process.off("SIGINT", end);
    process.off("SIGTERM", end);
  }
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/**
 * Reads a command's options; there are no positional ones.
 *
 * @throws UserError naming an option that the command doesn't have, or a value that is missing
 */
export function readOptions<T extends Options>(command: string, argv: string[], options: T) {
  try {
    return parseArgs({args: argv, options, strict: true, allowPositionals: false}).values;
  } catch (error) {
    const {code = "", message} = error as NodeJS.ErrnoException;
    if (!code.startsWith("ERR_PARSE_ARGS_")) throw error;
    const known = Object.keys(options).map((name) => `--${name}`);
    const unknown = code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" ? /'([^']+)'/.exec(message)?.[1] : undefined;
    if (!unknown) throw new UserError(`${command}: ${lowerFirst(message.split(". ")[0]!)}`);
    const [guess] = nearest(unknown, known);
    throw new UserError(
      `${command}: unknown option ${unknown}${guess ? `; did you mean ${guess}?` : `: it has ${known.join(", ")}`}`,
    );
  }
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** A port number from the command line. */
export function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new UserError(`--port ${text}: must be a number from 1 to 65535`);
  return port;
}
