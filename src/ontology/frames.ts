import type { Converse, EventFrame, Outcome } from "../model/ontology.ts";

const ROLES = ["by", "of", "from"] as const;

/**
 * Reads `takeover: by S, of O, from FROM`: the name of what happens, and which slot fills which of its roles.
 *
 * Throws an `Error` that says what is wrong, to stand behind the frame.
 */
export function parseFrame(text: string): EventFrame {
  const [, name = "", list = ""] = /^([a-z]+): (.+)$/.exec(text) ?? [];
  const roles = new Map<string, string>();
  for (const part of list.split(", ")) {
    const [, role = "", slot = ""] = /^(by|of|from) (S|O|[A-Z]{2,})$/.exec(part) ?? [];
    if (role === "" || roles.has(role))
      throw new Error('is none; write it like "takeover: by S, of O, from FROM"');
    roles.set(role, slot === "S" ? "subject" : slot === "O" ? "object" : slot.toLowerCase());
  }
  const [by, of, from] = ROLES.map((role) => roles.get(role));
  if (of === undefined || (by === undefined && from === undefined))
    throw new Error('says not what it happens to, or who has a part in it; add "of", and "by" or "from"');
  return { name, by, of, from };
}

/** Reads `withdrawn: S`: what has become of whom; throws an `Error` like `parseFrame`. */
export function parseOutcome(text: string): Outcome {
  const [, what, whose] = /^([a-z]+): ([SO])$/.exec(text) ?? [];
  if (!what) throw new Error('is none; write it like "withdrawn: S"');
  return { what, of: whose === "S" ? "subject" : "object" };
}

/** Reads `TO captures O FROM S`: the claim that tells the same from the other side; throws an `Error` like `parseFrame`. */
export function parseConverse(text: string): Converse {
  const [, by, relation, from] = /^([A-Z]{2,}) ([a-z]\w*) O ([A-Z]{2,}) S$/i.exec(text) ?? [];
  if (!by || !relation || !from) throw new Error('is none; write it like "TO captures O FROM S"');
  return { by: by.toLowerCase(), relation, from: from.toLowerCase() };
}
