// Starts an emulator as a process of its own, and gives orders to the people behind it.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createInterface } from "node:readline";

const built = ["Release", "Debug"]
  .map((c) => fileURLToPath(new URL(`../Bot.Emulators/bin/${c}/net10.0/Bot.Emulators.dll`, import.meta.url)))
  .find(existsSync);
const program = process.env.BOT_EMULATORS ?? built;

/** The process and its address. */
export async function startProcess(...words) {
  if (!program) throw new Error("Build tests/Bot.Emulators first, or name its Bot.Emulators.dll in BOT_EMULATORS.");
  const child = spawn("dotnet", [program, ...words], { stdio: ["pipe", "pipe", "inherit"] });
  const [line] = await Promise.race([
    createInterface({ input: child.stdout })[Symbol.asyncIterator]().next().then((l) => [l.value]),
    new Promise((_, reject) => child.once("exit", (code) => reject(new Error(`the emulator ended with ${code}`)))),
  ]);
  return { child, url: line.split(" ")[1] };
}

export class EmulatorProcess {
  constructor({ child, url }) {
    this.child = child;
    this.url = url;
  }

  /** Asks the emulator's people to do something, or looks at what they see. */
  async order(name, fields = {}) {
    const response = await fetch(`${this.url}/control/${name}`, { method: "POST", body: JSON.stringify(fields) });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${name}: ${answer.error}`);
    return answer;
  }

  async stop() {
    const ended = new Promise((resolve) => this.child.once("exit", resolve));
    this.child.stdin.end();
    await ended;
  }
}
