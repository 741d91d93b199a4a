/** Answers that a client need not be sent twice. */
import { etagOf } from "./viewer-files.ts";

export function json(request: Request, value: unknown): Response {
  const text = JSON.stringify(value);
  return tagged(request, text, "application/json", etagOf(text));
}

/** 304 when the client already has it. */
export function tagged(
  request: Request,
  body: Uint8Array<ArrayBuffer> | string,
  mediaType: string,
  etag: string,
): Response {
  const headers = { ETag: etag, "Cache-Control": "no-cache", Vary: "Accept-Encoding" };
  const known = request.headers.get("if-none-match");
  if (known !== null && (known === "*" || known.split(",").some((tag) => weak(tag) === etag))) {
    return new Response(undefined, { status: 304, headers });
  }
  return new Response(body, { headers: { ...headers, "Content-Type": mediaType } });
}

/** Compression makes a tag weak on its way out; for GET both mean the same. */
function weak(tag: string): string {
  return tag.trim().replace(/^W\//, "");
}
