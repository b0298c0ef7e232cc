import type { Engine } from "./engine.ts";
import { KERNEL } from "./kernel-code.ts";

const PAGE = 65_536;

/** What is used of WebAssembly, whose types come only with those of a browser. */
interface Platform {
  readonly Module: new (code: Uint8Array) => object;
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
  readonly CompileError: new () => Error;
}

/** The engine in WebAssembly with SIMD; undefined where the platform cannot run it. */
export function kernelEngine(bytes: number): Engine | undefined {
  const platform = (globalThis as { readonly WebAssembly?: Platform }).WebAssembly;
  if (!platform) return undefined;
  try {
    const module = new platform.Module(codeOf(KERNEL));
    const memory = new platform.Memory({ initial: Math.ceil(bytes / PAGE) });
    const { exports } = new platform.Instance(module, { env: { memory } });
    return { ...(exports as Omit<Engine, "buffer">), buffer: memory.buffer };
  } catch (error) {
    // A platform without SIMD refuses to compile the module; anything else is a fault of ours.
    if (error instanceof platform.CompileError) return undefined;
    throw error;
  }
}

function codeOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
}
