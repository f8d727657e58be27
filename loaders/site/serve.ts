import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import sirv from "sirv";
import {UserError} from "../errors.js";

export interface Served {
  /** With a slash at the end. */
  url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Exactly this port; without it `firstPort` or the next that is free. */
  port?: number;
  /** 0, the default, takes any free port. */
  firstPort?: number;
  /** Where the site stands below the host's root, such as `/a/b/`. */
  below?: string;
}

/**
 * Serves a folder on 127.0.0.1 as any static host would. The folder is looked up at every request, so a site that is
 * swapped for a new one shows at the next reload.
 *
 * @throws UserError where `port` is taken
 */
export async function serve(
  directory: string,
  {port, firstPort = 0, below = "/"}: ServeOptions = {},
): Promise<Served> {
  const files = sirv(directory, {dev: true, etag: true, dotfiles: false});
  const server = createServer((request, response) => {
    const none = () => {
      response.writeHead(404, {"content-type": "text/plain"});
      response.end("not found");
    };
    if (!request.url?.startsWith(below)) return none();
    request.url = `/${request.url.slice(below.length)}`;
    files(request, response, none);
  });
  const listening = await listen(server, port ?? firstPort, port === undefined && firstPort !== 0);
  return {
    url: `http://127.0.0.1:${listening}${below}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** A free port at or above `first`, for a server that is started elsewhere. */
export async function freePort(first: number, exactly: boolean): Promise<number> {
  const server = createServer();
  const port = await listen(server, first, !exactly);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listen(server: Server, first: number, orNext: boolean): Promise<number> {
  for (let port = first; ; port++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", () => {
          server.off("error", reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const {code} = error as NodeJS.ErrnoException;
      if (code === "EACCES") throw new UserError(`--port ${port}: not allowed here: take one above 1023`);
      if (code !== "EADDRINUSE") throw error;
      if (!orNext)
        throw new UserError(`--port ${port}: already in use: take another, or none for the next free one`);
      if (port > first + 1000) throw new UserError(`no free port from ${first} on: name one with --port`);
    }
  }
}
