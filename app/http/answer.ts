/** A whole response in memory. Nothing is streamed: hashes, lengths and the page cache need the whole text. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Reads a response to its end. */
export async function wholeAnswer(response: Response): Promise<Answer> {
  return { status: response.status, headers: new Headers(response.headers), body: new Uint8Array(await response.arrayBuffer()) };
}

/** The media type of an answer without its parameters. */
export function mediaType({ headers }: Pick<Answer, "headers">): string {
  return (headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}
