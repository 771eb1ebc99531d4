/** What a file is, told from its first bytes, since names lie. */
export type Container = 'zip' | 'pdf' | 'ole';

const SIGNATURES: Readonly<Record<Container, readonly number[]>> = {
  zip: [0x50, 0x4b],
  pdf: [0x25, 0x50, 0x44, 0x46],
  ole: [0xd0, 0xcf, 0x11, 0xe0],
};

export function isContainer(bytes: Uint8Array, container: Container): boolean {
  return SIGNATURES[container].every((byte, index) => bytes[index] === byte);
}

/** An encrypted document of Office lies in the same container as an old one, in a part of this name (UTF-16). */
export function isEncrypted(bytes: Uint8Array): boolean {
  const part = Buffer.from('EncryptedPackage', 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(part);
}
