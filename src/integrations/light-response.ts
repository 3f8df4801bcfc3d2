/**
 * Astro hands every page over as a Response, and Node copies what it is given into a stream and out of it again.
 * These keep the very bytes; made for a build, whose pages nobody else reads.
 */
const kept = new WeakMap<Response, Buffer<ArrayBuffer>>();

class LightResponse extends Response {
  constructor(body?: BodyInit | null, init?: ResponseInit) {
    const isPlain = body instanceof Uint8Array && body.buffer instanceof ArrayBuffer;
    super(isPlain ? null : body, init);
    if (isPlain) kept.set(this, Buffer.from(body.buffer, body.byteOffset, body.byteLength));
  }
}

/** From now on responses keep their bytes. */
export function keepBytes(): void {
  globalThis.Response = LightResponse;
}

/** The body of a response, which nobody may read again. */
export async function bytesOf(response: Response): Promise<Buffer<ArrayBuffer>> {
  return kept.get(response) ?? Buffer.from(await response.arrayBuffer());
}
