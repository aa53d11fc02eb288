/** What is checked: bytes that are read piece by piece, so that they need not fit into memory. */
export interface Source {
  size: number;
  /** The bytes from here, before there; all of them. */
  read(from: number, to: number): Promise<Uint8Array>;
}

export const sourceOfBytes = (bytes: Uint8Array): Source => ({
  size: bytes.length,
  read: (from, to) => Promise.resolve(bytes.subarray(from, to)),
});

/** The file could not be read: that says nothing about it. */
export class Unreadable extends Error {}

export const sourceOfFile = (file: Blob): Source => ({
  size: file.size,
  read: async (from, to) => {
    const bytes = await file
      .slice(from, to)
      .arrayBuffer()
      .catch(() => null);
    if (bytes?.byteLength !== to - from) throw new Unreadable();
    return new Uint8Array(bytes);
  },
});
