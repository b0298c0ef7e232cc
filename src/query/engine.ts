import { Worker } from "node:worker_threads";
import type { Question, Reply, ThreadData, ThreadMessage } from "./question.ts";

/** Answers queries on one graph, one after the other. */
export interface Engine {
  /** @param gone tells that nobody waits any more: then the question is passed over when its turn comes */
  ask(question: Question, gone?: AbortSignal): Promise<Reply>;
  /** Reads the graph before anybody asks. */
  prepare(): void;
  close(): Promise<void>;
}

/** How an engine is to work. */
export interface EngineSettings {
  /** The graph, as UTF-8. */
  readonly turtle: Uint8Array;
  /** How long a query may take, in milliseconds; neither the start of a thread nor reading the graph counts. */
  readonly deadline: number;
  /** How many may wait while one is answered. */
  readonly mostWaiting?: number;
  /** Mebibytes for the rows of an answer; a thread that needs more ends, and nothing else is harmed. */
  readonly mostMemory?: number;
  /** Told when reading the graph begins. */
  readonly onReading?: () => void;
}

const TOO_LARGE = "the answer is too large for memory; add LIMIT";

const COMPILED = !import.meta.url.endsWith(".ts");
const THREAD = new URL(`./engine-thread${COMPILED ? ".js" : ".ts"}`, import.meta.url);

/** From source, the thread must first learn to read TypeScript: what tsx teaches a program does not reach its threads. */
function fromSource(): string {
  const tsx = import.meta.resolve("tsx/esm/api");
  return `import('${tsx}').then(({ register }) => { register(); return import('${THREAD.href}'); });`;
}

/**
 * Opens an engine on a graph.
 *
 * The graph is held in a thread of its own. A query that runs past the deadline ends with the thread, and the next one
 * starts another.
 */
export function openEngine(settings: EngineSettings): Engine {
  const { turtle, deadline, mostWaiting = 64, mostMemory = 1024, onReading } = settings;
  const shared = sharedCopy(turtle);
  let thread: Worker | undefined;
  let underWay = 0;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const start = (): Worker => {
    const data: ThreadData = { turtle: shared };
    const worker = new Worker(COMPILED ? THREAD : fromSource(), {
      eval: !COMPILED,
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    });
    worker.unref();
    // What a thread dies of is told to whoever asks; between questions there is nobody to tell.
    const forget = () => {
      if (thread === worker) thread = undefined;
    };
    return worker.on("error", forget).on("exit", forget);
  };

  const running = (): Worker => {
    thread ??= start();
    return thread;
  };

  const stop = async () => {
    const worker = thread;
    thread = undefined;
    await worker?.terminate();
  };

  const answer = async (question: Question): Promise<Reply> => {
    if (closed) return { outcome: "busy" };
    const { reply, spent } = await oneReply(running(), question, deadline, onReading);
    if (spent) await stop();
    return reply;
  };

  return {
    ask(question, gone) {
      if (closed || underWay > mostWaiting) return Promise.resolve({ outcome: "busy" });
      underWay++;
      const reply = last
        .then((): Reply | Promise<Reply> => (gone?.aborted ? { outcome: "busy" } : answer(question)))
        .finally(() => underWay--);
      last = reply.catch(() => {});
      return reply;
    },
    prepare() {
      if (!closed) running().postMessage("be ready");
    },
    async close() {
      closed = true;
      await stop();
    },
  };
}

/** Every thread reads the one copy. */
function sharedCopy(bytes: Uint8Array): Uint8Array {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}

/** A reply, and whether its thread must not be asked again. */
interface Answered {
  readonly reply: Reply;
  readonly spent: boolean;
}

function oneReply(
  worker: Worker,
  question: Question,
  deadline: number,
  onReading: (() => void) | undefined,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const end = () => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit).unref();
    };
    const settle = (answered: Answered) => {
      end();
      resolve(answered);
    };
    const late = () => settle({ reply: { outcome: "late" }, spent: true });
    const onMessage = (message: ThreadMessage) => {
      if ("reply" in message) return settle(message);
      clearTimeout(timer);
      if (message.at === "asking") timer = setTimeout(late, deadline);
      else onReading?.();
    };
    const onError = (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY")
        return settle({ reply: { outcome: "tooLarge", message: TOO_LARGE }, spent: true });
      end();
      reject(error);
    };
    const onExit = () => settle({ reply: { outcome: "busy" }, spent: true });
    worker.ref();
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(question);
  });
}
