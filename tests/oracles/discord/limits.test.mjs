import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startEmulator } from "./emulator.mjs";

let emulator;
before(async () => (emulator = await startEmulator("--invalid", "60")));
after(() => emulator.stop());

const slow = { timeout: 30_000 };

/** Requests that do not wait: a limit is an error. */
const impatient = (room) => emulator.rest(room, { rejectOnRateLimit: () => true, retries: 0 });

test("a bucket of five in five seconds is told in headers, and the library waits by them without a single 429", slow, async () => {
  const room = await emulator.room();
  const rest = emulator.rest(room);
  const started = Date.now();
  const limited = [];
  rest.on("rateLimited", (info) => limited.push(info));
  for (let i = 0; i < 7; i++) await rest.post(`/channels/${room.channel}/messages`, { body: { content: `${i}` } });
  assert.ok(Date.now() - started > 4000);
  assert.equal(limited[0].limit, 5);
  const statuses = (await emulator.order("requests")).filter((r) => r.path.includes(room.channel)).map((r) => r.status);
  assert.deepEqual(statuses, Array(7).fill(200));
});

test("buckets are counted for each channel by itself", async () => {
  const room = await emulator.room();
  const rest = impatient(room);
  const other = await emulator.channel(room.guild, "text", "other");
  for (const channel of [room.channel, other])
    for (let i = 0; i < 5; i++) await rest.post(`/channels/${channel}/messages`, { body: { content: `${i}` } });
});

test("two clients that do not know of each other get a 429, and wait as long as it says", slow, async () => {
  const room = await emulator.room();
  const path = `/channels/${room.channel}/messages`;
  for (let i = 0; i < 5; i++) await impatient(room).post(path, { body: { content: `${i}` } });
  const limited = [];
  const rest = emulator.rest(room);
  rest.on("rateLimited", (info) => limited.push(info));
  await rest.post(path, { body: { content: "after all" } });
  assert.equal(limited.length, 1);
  assert.equal(limited[0].global, false);
  assert.equal(limited[0].scope, "user");
});

test("the global limit shuts all routes, and says so", slow, async () => {
  const room = await emulator.room();
  const rest = emulator.rest(room, { globalRequestsPerSecond: 1000 });
  const limited = [];
  rest.on("rateLimited", (info) => limited.push(info));
  const paths = ["/users/@me", "/applications/@me", `/guilds/${room.guild}`, `/guilds/${room.guild}/channels`];
  await Promise.all(Array.from({ length: 80 }, (_, i) => emulatorGet(room, paths[i % paths.length])));
  await rest.get("/users/@me");
  const answers = (await emulator.order("requests")).slice(-81).map((r) => r.status);
  assert.ok(answers.includes(429));
  assert.equal(answers.at(-1), 200);
});

/** A client that keeps no limits at all. */
const emulatorGet = (room, path) =>
  fetch(`${emulator.api}/v10${path}`, {
    headers: { authorization: `Bot ${room.token}`, "user-agent": "DiscordBot (https://example.org, 1.0)" },
  });

test("a shared limit does not count as invalid, and the library waits for it", async () => {
  const room = await emulator.room();
  await emulator.order("fault", { kind: "limited", scope: "shared", seconds: 1, channel: room.channel });
  const sent = await emulator.rest(room).post(`/channels/${room.channel}/messages`, { body: { content: "a" } });
  assert.equal(sent.content, "a");
});

test("a server error is tried again", async () => {
  const room = await emulator.room();
  await emulator.order("fault", { kind: "server-error", status: 502, page: true, channel: room.channel, times: 2 });
  const sent = await emulator.rest(room).post(`/channels/${room.channel}/messages`, { body: { content: "a" } });
  assert.equal(sent.content, "a");
});

test("a wrong token is unauthorized, and who goes on is shut out", async () => {
  const rest = emulator.rest({ token: "wrong" });
  await assert.rejects(rest.get("/users/@me"), (error) => error.status === 401);
  const room = await emulator.room();
  for (let i = 0; i < 60; i++) await emulatorGet({ token: "wrong" }, "/users/@me");
  const shut = await emulatorGet(room, "/users/@me");
  assert.equal(shut.status, 429);
  assert.equal(shut.headers.get("via"), null);
  assert.ok(Number(shut.headers.get("retry-after")) > 500);
});

test("nothing that the emulator answered was unlike the official description", async () => {
  assert.deepEqual(await emulator.order("misprints"), []);
});
