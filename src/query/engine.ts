import { Worker } from "node:worker_threads";
import type { Question, Reply, ThreadData, ThreadMessage } from "./question.ts";

/** Answers queries on one graph, one after the other. */
export interface Engine {
  ask(question: Question): Promise<Reply>;
  /** Reads the graph before anybody asks. */
  prepare(): void;
  close(): Promise<void>;
}

/** How an engine is to work. */
export interface EngineSettings {
  /** The graph, as UTF-8. */
  readonly turtle: Uint8Array;
  /** How long a query may take, in milliseconds; reading the graph does not count. */
  readonly deadline: number;
  /** How many may wait while one is answered. */
  readonly mostWaiting?: number;
  /** Told when reading the graph begins. */
  readonly onReading?: () => void;
}

/** Mebibytes for rows; a thread that needs more ends, and nothing else is harmed. */
const MOST_MEMORY = 1024;

const COMPILED = !import.meta.url.endsWith(".ts");
const THREAD = new URL(`./engine-thread${COMPILED ? ".js" : ".ts"}`, import.meta.url);
/** From source, the thread must first learn to read TypeScript: what tsx teaches a program does not reach its threads. */
const FROM_SOURCE = `import('tsx/esm/api').then(({ register }) => { register(); return import('${THREAD.href}'); });`;

/**
 * Opens an engine on a graph.
 *
 * The graph is held in a thread of its own. A query that runs past the deadline ends with the thread, and the next one
 * starts another.
 */
export function openEngine({ turtle, deadline, mostWaiting = 64, onReading }: EngineSettings): Engine {
  const shared = sharedCopy(turtle);
  let thread: Worker | undefined;
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const start = (): Worker => {
    const data: ThreadData = { turtle: shared };
    const worker = new Worker(COMPILED ? THREAD : FROM_SOURCE, {
      eval: !COMPILED,
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    });
    worker.unref();
    // What a thread dies of is told to whoever asks; between questions there is nobody to tell.
    worker.on("error", () => {});
    worker.on("exit", () => {
      if (thread === worker) thread = undefined;
    });
    return worker;
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
    const reply = await oneReply(running(), question, deadline, onReading);
    if (reply.outcome === "late") await stop();
    return reply;
  };

  return {
    ask(question) {
      if (waiting >= mostWaiting) return Promise.resolve({ outcome: "busy" });
      waiting++;
      const reply = last.then(() => answer(question)).finally(() => waiting--);
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

function oneReply(
  worker: Worker,
  question: Question,
  deadline: number,
  onReading: (() => void) | undefined,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const end = () => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit).unref();
    };
    const settle = (reply: Reply) => {
      end();
      resolve(reply);
    };
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => settle({ outcome: "late" }), deadline);
    };
    const onMessage = (message: ThreadMessage) => {
      if ("reply" in message) settle(message.reply);
      else if (message.at === "asking") watch();
      else {
        clearTimeout(timer);
        onReading?.();
      }
    };
    const onError = (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY")
        return settle({ outcome: "tooLarge", message: "the answer is too large for memory; add LIMIT" });
      if ((error as Error)?.name === "RuntimeError")
        return settle({
          outcome: "tooLarge",
          message: "the query needs more memory than there is; narrow it",
        });
      end();
      reject(error);
    };
    const onExit = () => settle({ outcome: "late" });
    worker.ref();
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    watch();
    worker.postMessage(question);
  });
}
