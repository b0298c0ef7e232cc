/** Lets the process hear its signals. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
