import {Socket} from "node:net";

/** Thrown in place of a request. */
class NetworkError extends Error {
  override name = "NetworkError";
}

const local = new Set(["localhost", "127.0.0.1", "::1", "0.0.0.0"]);

/**
 * Cuts this process off from every other host, for the rest of its life.
 *
 * Framework asks a package registry for the newest version of some twenty libraries that its client could import,
 * whether a page uses them or not, and writes the answers into the client. No page of ours uses them, so the version
 * doesn't matter: such a question is answered here with 0.0.0, always the same. Any other request throws NetworkError.
 */
export function cutNetwork(): void {
  globalThis.fetch = async (request) => {
    const url = new URL(request instanceof Request ? request.url : String(request));
    if (url.pathname.endsWith("/latest")) return Response.json({version: "0.0.0"});
    const wanted = url.pathname.replace(/^\/(npm\/)?/, "").replace(/@0\.0\.0|\/\+esm$/g, "");
    throw new NetworkError(`wants ${wanted} from the network: import it from a package in node_modules`);
  };
  const connect = Socket.prototype.connect;
  Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
    const [first] = (Array.isArray(args[0]) ? args[0] : args) as [unknown];
    const {host = "localhost", path} = (typeof first === "object" ? first : {}) as {
      host?: string;
      path?: string;
    };
    if (path === undefined && !local.has(host)) throw new NetworkError(`wants ${host} on the network`);
    return Reflect.apply(connect, this, args) as Socket;
  } as typeof connect;
}
