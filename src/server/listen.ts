/** The handler behind a socket: node:http, on loopback unless told otherwise. */
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import type { Handler } from "./handle.ts";

export interface ListenOptions {
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default: one that is free. */
  readonly port?: number;
}

export interface Listening {
  /** To click on: `http://127.0.0.1:4747/`. */
  readonly address: string;
  close(): Promise<void>;
}

const REQUEST_TIMEOUT_MS = 30_000;
const HEADERS_TIMEOUT_MS = 10_000;
const MOST_CONNECTIONS = 256;

/** Rejects when the port is taken. */
export function listen(handler: Handler, options: ListenOptions = {}): Promise<Listening> {
  const { host = "127.0.0.1", port = 0 } = options;
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: handler,
        hostname: host,
        port,
        serverOptions: {
          requestTimeout: REQUEST_TIMEOUT_MS,
          headersTimeout: HEADERS_TIMEOUT_MS,
        },
      },
      (info) => resolve({ address: addressOf(host, info), close: () => close(server as Server) }),
    );
    (server as Server).maxConnections = MOST_CONNECTIONS;
    server.once("error", reject);
  });
}

function addressOf(host: string, { port }: AddressInfo): string {
  const name = host.includes(":") ? `[${host}]` : host === "0.0.0.0" ? "127.0.0.1" : host;
  return `http://${name}:${port}/`;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
