// Bots, people and chats for the tests of one file.
import { Bot, GrammyError } from "grammy";
import { EmulatorProcess, startProcess } from "../emulators.mjs";

export async function startEmulator() {
  return new Emulator(await startProcess("telegram"));
}

class Emulator extends EmulatorProcess {
  #bots = 0;

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
