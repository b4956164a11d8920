// Bots, servers and people for the tests of one file.
import { Client, GatewayIntentBits, REST } from "discord.js";
import { Client as CoreClient } from "@discordjs/core";
import { REST as CoreREST } from "@discordjs/rest";
import { CompressionMethod, WebSocketManager } from "@discordjs/ws";
import { EmulatorProcess, startProcess } from "../emulators.mjs";

export async function startEmulator(...words) {
  return new Emulator(await startProcess("discord", ...words));
}

class Emulator extends EmulatorProcess {
  #bots = 0;

  get api() {
    return `${this.url}/api`;
  }

  /** A bot of its own for each test, in a server of Ann's with one text channel. */
  async room(permissions = "none") {
    const token = `oracle-${++this.#bots}.token.of-no-worth`;
    const bot = (await this.order("bot", { token, name: `Oracle ${this.#bots}` })).id;
    const ann = (await this.order("person", { name: "Ann", locale: "de" })).id;
    const guild = (await this.order("guild", { name: "News lovers", person: ann, bot, locale: "en-GB" })).id;
    const channel = await this.channel(guild, "text", "news");
    return { token, bot, ann, guild, channel };
  }

  async channel(guild, kind, name, fields = {}) {
    return (await this.order("channel", { guild, kind, name, ...fields })).id;
  }

  /** discord.js, logged in. Ends with the test. */
  async login(t, { token }, options = {}) {
    const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: this.api }, ...options });
    client.on("error", (error) => t.diagnostic(`${error}`));
    t.after(() => client.destroy());
    const ready = new Promise((resolve) => client.once("clientReady", resolve));
    await client.login(token);
    await ready;
    return client;
  }

  /** @discordjs/core, connected, plain or compressed. Ends with the test. */
  async connect(t, { token }, { isCompressed = false, shardCount = null } = {}) {
    const rest = new CoreREST({ api: this.api }).setToken(token);
    const gateway = new WebSocketManager({
      token,
      intents: GatewayIntentBits.Guilds,
      rest,
      shardCount,
      compression: isCompressed ? CompressionMethod.ZlibNative : null,
    });
    const client = new CoreClient({ rest, gateway });
    gateway.on("error", (error) => t.diagnostic(`${error}`));
    t.after(() => gateway.destroy());
    const ready = once((done) => client.once("READY", ({ data }) => done(data)));
    await gateway.connect();
    return { client, gateway, rest, ready: await ready };
  }

  /** Requests alone. */
  rest({ token }, options = {}) {
    return new REST({ api: this.api, ...options }).setToken(token);
  }
}

/** What a listener is called with first. */
export const once = (listen) => new Promise((resolve) => listen(resolve));

/** For assert.rejects: the error that a client library makes of an answer that says no. */
export const refused = (status, code) => (error) => {
  if (error.status !== status || error.code !== code)
    throw new Error(`told ${error.status} ${error.code} (${error.message}), wanted ${status} ${code}`);
  return true;
};
