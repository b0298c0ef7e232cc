import { type Certainty, isAsserted, plain, type Stance } from "../model/stance.ts";

/** A stance and why it is that. The speakers are mentions. */
export interface HeldStance {
  readonly stance: Stance<number>;
  readonly reasons: readonly string[];
  /** The verb or noun, a token, by which it is said, the outermost of several; absent where nobody says it. */
  readonly saying?: number | undefined;
}

/** What bears on a stance: some of its axes. */
export type Change = Partial<Omit<Stance<number>, "speakers">>;

/** Collects what bears on a stance; of two certainties the one that commits less stays. */
export class Held {
  private stance: Stance<number> = plain;
  private readonly reasons: string[] = [];
  private reported = false;
  private saying: number | undefined;

  /** Changes axes of the stance, with the reason. */
  put(told: Change, reason: string): void {
    // Whether and when it is said is no matter of what is said; that it may not have been said at all is.
    const change: Change =
      this.reported && Object.keys(told).length > 0 ? { certainty: "underspecified" } : told;
    const flip = change.polarity === "negative" && this.stance.polarity === "negative";
    const polarity = flip ? "positive" : change.polarity === "negative" ? "negative" : this.stance.polarity;
    const certainty = weaker(this.stance.certainty, change.certainty ?? "certain");
    this.stance = { ...this.stance, ...change, polarity, certainty };
    this.note(reason);
  }

  /** Adds speakers outside those already there, and the token by which they say it, if there is one. */
  say(speakers: readonly number[], reason: string, saying?: number): void {
    this.saying = saying ?? this.saying;
    const ids = [...new Set(speakers)].filter((id) => !this.stance.speakers.includes(id));
    this.stance = { ...this.stance, speakers: [...ids, ...this.stance.speakers] };
    this.note(reason);
  }

  /** From here on, what bears on the saying reaches what is said only as doubt. */
  leaveSpeech(): void {
    this.reported = true;
  }

  /** Whether somebody is named who says it. */
  get isSpoken(): boolean {
    return this.stance.speakers.length > 0;
  }

  private note(reason: string): void {
    if (!this.reasons.includes(reason)) this.reasons.push(reason);
  }

  /** The stance that has come together. */
  result(): HeldStance {
    // "launched", "managed to" and the like have been gone through, and changed nothing.
    const reasons = isAsserted(this.stance) ? [] : this.reasons;
    return { stance: this.stance, reasons, saying: this.saying };
  }
}

const CERTAINTIES: readonly Certainty[] = ["certain", "probable", "possible", "underspecified"];

function weaker(a: Certainty, b: Certainty): Certainty {
  return CERTAINTIES.indexOf(a) > CERTAINTIES.indexOf(b) ? a : b;
}
