// Starts the emulator as a process of its own, and gives its people to scripts.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createInterface } from "node:readline";
import { Bot, GrammyError } from "grammy";

const built = ["Release", "Debug"]
  .map((c) => fileURLToPath(new URL(`../../Bot.Emulators/bin/${c}/net10.0/Bot.Emulators.dll`, import.meta.url)))
  .find(existsSync);
const program = process.env.BOT_EMULATORS ?? built;

export async function startEmulator() {
  if (!program) throw new Error("Build tests/Bot.Emulators first, or name its Bot.Emulators.dll in BOT_EMULATORS.");
  const child = spawn("dotnet", [program, "telegram"], { stdio: ["pipe", "pipe", "inherit"] });
  const [line] = await Promise.race([
    createInterface({ input: child.stdout })[Symbol.asyncIterator]().next().then((l) => [l.value]),
    new Promise((_, reject) => child.once("exit", (code) => reject(new Error(`the emulator ended with ${code}`)))),
  ]);
  return new Emulator(child, line.split(" ")[1]);
}

class Emulator {
  #bots = 0;

  constructor(child, url) {
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

  /** A bot of its own for each test, so that no test waits for another's flood. */
  async bot(fields = {}) {
    const token = `${700001 + this.#bots}:AAHoracle-${this.#bots++}`;
    await this.order("bot", { token, username: `oracle${this.#bots}_bot`, ...fields });
    const bot = new Bot(token, { client: { apiRoot: this.url } });
    await bot.init();
    return bot;
  }

  async person(name, fields = {}) {
    return (await this.order("person", { name, ...fields })).id;
  }

  async chat(kind, person, fields = {}) {
    return (await this.order("chat", { kind, person, title: `The ${kind}`, ...fields })).id;
  }

  async privateChat(person, bot) {
    return this.chat("private", person, { bot: bot.botInfo.id });
  }

  /** A bot, somebody called Ann, and their chat. */
  async meet() {
    const bot = await this.bot();
    const ann = await this.person("Ann");
    return { bot, ann, chat: await this.privateChat(ann, bot) };
  }

  async stop() {
    const ended = new Promise((resolve) => this.child.once("exit", resolve));
    this.child.stdin.end();
    await ended;
  }
}

/** For assert.rejects: the error that grammY makes of an answer that says no. */
export const refused = (code, description, parameters) => (error) => {
  if (!(error instanceof GrammyError)) throw error;
  const told = { code: error.error_code, description: error.description, parameters: error.parameters };
  const wanted = { code, description, parameters: parameters ?? {} };
  if (JSON.stringify(told) !== JSON.stringify(wanted))
    throw new Error(`told ${JSON.stringify(told)}, wanted ${JSON.stringify(wanted)}`);
  return true;
};

/** Runs a bot by long polling until something has happened, and stops it. */
export async function serving(bot, happening) {
  let begun;
  const ready = new Promise((resolve) => (begun = resolve));
  const running = bot.start({ onStart: begun, drop_pending_updates: false });
  await ready;
  try {
    return await happening();
  } finally {
    await bot.stop();
    await running;
  }
}
