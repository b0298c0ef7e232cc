export { type ClaimSet, join } from "./claim-set.ts";
export { claimsOf, type DocumentClaims } from "./claims-of.ts";
export { settle } from "./settle.ts";
