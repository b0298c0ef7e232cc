export { type ClaimSet, join, joinAll } from "./claim-set.ts";
export { claimsOf, type DocumentClaims, type Outcome } from "./claims-of.ts";
export { type ComparedClaims, compare } from "./compare.ts";
export { settle } from "./settle.ts";
