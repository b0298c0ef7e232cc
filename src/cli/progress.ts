/** How often a line is said where no terminal is, in milliseconds. */
const INTERVAL = 5000;

/** Tells people how far a run is: a line that redraws on a terminal, a line now and then elsewhere. */
export interface Progress {
  /** `of` is undefined where nobody knows how much there is. */
  step(done: number, of: number | undefined, what: string): void;
  /** Clears the line before anything else is said. */
  end(): void;
}

/** Progress on a stream such as standard error. */
export function progressOn(stream: NodeJS.WriteStream, now: () => number = Date.now): Progress {
  let said = now();
  let drawn = false;
  return {
    step(done, of, what) {
      const time = now();
      const pause = stream.isTTY ? 100 : INTERVAL;
      if (time - said < pause) return;
      said = time;
      const line = `${of === undefined ? done : `${done} of ${of}`} ${printable(what)}`;
      if (stream.isTTY) stream.write(`\r\u001b[K${line.slice(0, (stream.columns || 80) - 1)}`);
      else stream.write(`${line}\n`);
      drawn = stream.isTTY;
    },
    end() {
      if (drawn) stream.write("\r\u001b[K");
      drawn = false;
    },
  };
}

/** Names and texts of strangers without the controls that a terminal would obey. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (unit) => `\\u{${unit.codePointAt(0)?.toString(16)}}`);
}
