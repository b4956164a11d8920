import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { HttpError } from "grammy";
import { refused, startEmulator } from "./emulator.mjs";

let emulator, bot, ann, by;
before(async () => (emulator = await startEmulator()));
after(() => emulator.stop());

async function meet() {
  const met = await emulator.meet();
  ({ bot, ann } = met);
  by = { person: ann, chat: met.chat, bot: bot.botInfo.id };
}

const say = (text) => emulator.order("says", { ...by, text });
const texts = (updates) => updates.map((u) => u.message?.text);

test("an offset confirms what is before it, and what is not confirmed comes again", async () => {
  await meet();
  for (const text of ["one", "two", "three"]) await say(text);
  const all = await bot.api.getUpdates();
  assert.deepEqual(texts(all), ["one", "two", "three"]);
  assert.deepEqual(texts(await bot.api.getUpdates({ limit: 2 })), ["one", "two"]);
  assert.deepEqual(texts(await bot.api.getUpdates({ offset: all[1].update_id })), ["two", "three"]);
  assert.deepEqual(texts(await bot.api.getUpdates()), ["two", "three"]);
  assert.deepEqual(texts(await bot.api.getUpdates({ offset: -1 })), ["three"]);
  assert.deepEqual(texts(await bot.api.getUpdates()), ["three"]);
});

test("a long poll ends as soon as something comes", async () => {
  await meet();
  const begun = performance.now();
  const poll = bot.api.getUpdates({ timeout: 30 });
  await say("now");
  assert.deepEqual(texts(await poll), ["now"]);
  assert.ok(performance.now() - begun < 10_000);
});

test("a second poll ends the first with a conflict", async () => {
  await meet();
  const first = bot.api.getUpdates({ timeout: 30 });
  const ended = assert.rejects(
    first,
    refused(
      409,
      "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    ),
  );
  await emulator.order("polled", { bot: bot.botInfo.id });
  await bot.api.getUpdates();
  await ended;
});

test("a webhook bars polling, and brings updates in order with its secret until they are taken", async () => {
  await meet();
  const got = [];
  let all;
  const arrived = new Promise((resolve) => (all = resolve));
  const receiver = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => (body += part));
    request.on("end", () => {
      got.push([JSON.parse(body).message.text, request.headers["x-telegram-bot-api-secret-token"]]);
      response.writeHead(got.length === 1 ? 503 : 200).end();
      if (got.length === 3) all();
    });
  });
  await new Promise((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${receiver.address().port}/`;
  await bot.api.setWebhook(url, { secret_token: "sesame" });
  await assert.rejects(
    bot.api.getUpdates(),
    refused(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    ),
  );
  await say("one");
  await say("two");
  await arrived;
  receiver.close();
  assert.deepEqual(got, [["one", "sesame"], ["one", "sesame"], ["two", "sesame"]]);
  assert.equal((await bot.api.getWebhookInfo()).url, url);
  await bot.api.deleteWebhook();
  assert.equal((await bot.api.getWebhookInfo()).url, "");
  await assert.rejects(
    bot.api.setWebhook("http://example.org/"),
    refused(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"),
  );
});

test("too much for one chat is refused with a wait, also while it is shut, and other chats are not", async () => {
  await meet();
  const flood = refused(429, "Too Many Requests: retry after 1", { retry_after: 1 });
  for (let i = 0; i < 4; i++) await bot.api.sendMessage(by.chat, `${i}`);
  await assert.rejects(bot.api.sendMessage(by.chat, "5"), flood);
  await assert.rejects(bot.api.sendMessage(by.chat, "6"), flood);
  const bob = await emulator.person("Bob");
  await bot.api.sendMessage(await emulator.privateChat(bob, bot), "hello");
  await bot.api.sendChatAction(by.chat, "typing");
});

test("a flood wait that is ordered is kept as long as it says", async () => {
  await meet();
  await emulator.order("fault", { method: "sendMessage", kind: "flood", seconds: 43838 });
  const flood = refused(429, "Too Many Requests: retry after 43838", { retry_after: 43838 });
  await assert.rejects(bot.api.sendMessage(by.chat, "a"), flood);
  await assert.rejects(bot.api.sendMessage(by.chat, "a"), flood);
  const answer = await fetch(`${emulator.url}/bot${bot.token}/sendMessage?chat_id=${by.chat}&text=a`);
  assert.equal(answer.headers.get("retry-after"), "43838");
});

test("what is lost before it is kept leaves nothing, what is lost after it leaves the message", async () => {
  await meet();
  const kept = async () => (await emulator.order("transcript", { chat: by.chat, bot: by.bot })).messages.length;
  await emulator.order("fault", { method: "sendMessage", kind: "lost-request", chat: by.chat, bot: by.bot });
  await assert.rejects(bot.api.sendMessage(by.chat, "a"), HttpError);
  assert.equal(await kept(), 0);
  await emulator.order("fault", { method: "sendMessage", kind: "lost-answer" });
  await assert.rejects(bot.api.sendMessage(by.chat, "a"), HttpError);
  assert.equal(await kept(), 1);
  await emulator.order("fault", { method: "sendMessage", kind: "broken-json" });
  await assert.rejects(bot.api.sendMessage(by.chat, "b"), HttpError);
  assert.equal(await kept(), 2);
  await emulator.order("fault", { method: "sendMessage", kind: "server-error", status: 502, page: true });
  await assert.rejects(bot.api.sendMessage(by.chat, "c"), HttpError);
  await emulator.order("fault", { method: "sendMessage", kind: "server-error", status: 500 });
  await assert.rejects(bot.api.sendMessage(by.chat, "c"), refused(500, "Internal Server Error"));
  assert.equal(await kept(), 2);
});

test("a malformed update stands between good ones and can be confirmed", async () => {
  await meet();
  await say("before");
  await emulator.order("malformed-update", { bot: by.bot });
  await say("after");
  const updates = await bot.api.getUpdates();
  assert.deepEqual(texts(updates), ["before", 5, "after"]);
  assert.deepEqual(texts(await bot.api.getUpdates({ offset: updates[2].update_id })), ["after"]);
});

test("a token that was taken back is unauthorized", async () => {
  await meet();
  await emulator.order("fault", { kind: "unauthorized" });
  await assert.rejects(bot.api.getMe(), refused(401, "Unauthorized"));
});

test("a message can be sent by a link and by a form", async () => {
  await meet();
  const method = `${emulator.url}/bot${bot.token}/SENDMESSAGE`;
  const byLink = await (await fetch(`${method}?chat_id=${by.chat}&text=one`)).json();
  assert.equal(byLink.result.text, "one");
  const form = new URLSearchParams({ chat_id: by.chat, text: "two", entities: '[{"type":"bold","offset":0,"length":3}]' });
  const byForm = await (await fetch(method, { method: "POST", body: form })).json();
  assert.deepEqual(byForm.result.entities, [{ type: "bold", offset: 0, length: 3 }]);
});

test("an answer that never comes has been acted on, and one that comes late comes", async () => {
  await meet();
  await emulator.order("fault", { method: "sendMessage", kind: "never-answered" });
  const given = new AbortController();
  const call = bot.api.sendMessage(by.chat, "a", {}, given.signal);
  await emulator.order("wait", { chat: by.chat, bot: by.bot, count: 1 });
  given.abort();
  await assert.rejects(call);
  await emulator.order("fault", { method: "sendMessage", kind: "slow", seconds: 1 });
  assert.equal((await bot.api.sendMessage(by.chat, "b")).text, "b");
});
