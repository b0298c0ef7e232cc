export { type ClaimSet, join, joinAll } from "./claim-set.ts";
export { claimsOf, type DocumentClaims, type Outcome } from "./claims-of.ts";
export { settle } from "./settle.ts";
export { copiesIn } from "./sources.ts";
