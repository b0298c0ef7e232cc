/** The local names of the values of a stance, in the ontology. */
export const stanceTerms = {
  positive: "Positive",
  negative: "Negative",
  certain: "Certain",
  probable: "Probable",
  possible: "Possible",
  underspecified: "Underspecified",
  nonfuture: "NonFuture",
  future: "Future",
  actual: "Actual",
  intended: "Intended",
  demanded: "Demanded",
  conditional: "Conditional",
} as const;

/** Roles with a property of their own name. */
const ROLES: ReadonlyMap<string, string> = new Map([
  ["content", "content"],
  ["place", "eventPlace"],
]);

/** The property of a role that has none of its own: `argumentFrom`. */
export function argumentProperty(role: string): string | undefined {
  return ROLES.has(role) ? undefined : `argument${role.charAt(0).toUpperCase()}${role.slice(1)}`;
}

/** The properties by which what fills a role is told: plainly, and by its role, `argument` and `argumentFrom`. */
export function argumentTerms(role: string): readonly string[] {
  const byRole = argumentProperty(role);
  return [ROLES.get(role) ?? "argument", ...(byRole === undefined ? [] : [byRole])];
}
