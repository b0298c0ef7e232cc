/** Freezes a value and all that it holds, in place; a Map or Set keeps its own methods, what stands in it is frozen. */
export function freezeAll<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  const inside =
    value instanceof Map ? [...value].flat() : value instanceof Set ? [...value] : Object.values(value);
  // Typed arrays cannot be frozen.
  if (!ArrayBuffer.isView(value)) Object.freeze(value);
  for (const each of inside) freezeAll(each);
  return value;
}
