import { createHash } from "node:crypto";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
/** 16 characters of base 32 are 80 bits: a million ids clash with odds of about 4e-13. */
const LENGTH = 16;

/** 16 characters of base 32 (RFC 4648, lower case) from the SHA-256 of some strings; no two lists run together. */
export function hashOf(...parts: readonly string[]): string {
  const bytes = createHash("sha256").update(JSON.stringify(parts)).digest();
  let bits = 0n;
  for (const byte of bytes.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte);
  let id = "";
  for (let i = 0; i < LENGTH; i++) {
    id = ALPHABET[Number(bits & 31n)] + id;
    bits >>= 5n;
  }
  return id;
}
