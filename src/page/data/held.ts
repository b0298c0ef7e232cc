export { type Held, heldAs, type Look, lookOf, ways } from "../../model/held.ts";
