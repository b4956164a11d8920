import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serving, startEmulator } from "./emulator.mjs";

let emulator;
before(async () => (emulator = await startEmulator()));
after(() => emulator.stop());

/** Hands on what a handler is called with. */
function once() {
  let resolve;
  const promise = new Promise((r) => (resolve = r));
  return { promise, resolve };
}

test("getMe tells who the bot is", async () => {
  const bot = await emulator.bot({ name: "Byline" });
  const me = await bot.api.getMe();
  assert.equal(me.is_bot, true);
  assert.equal(me.first_name, "Byline");
  assert.equal(me.can_read_all_group_messages, false);
});

test("a command comes with its entity, and its argument is what grammY makes of it", async () => {
  const bot = await emulator.bot();
  const ann = await emulator.person("Ann", { language: "en", username: "ann" });
  const chat = await emulator.privateChat(ann, bot);
  const heard = once();
  bot.command("who", (ctx) => heard.resolve(ctx));
  await serving(bot, async () => {
    await emulator.order("says", { person: ann, chat, bot: bot.botInfo.id, text: "/who putin" });
    const ctx = await heard.promise;
    assert.equal(ctx.match, "putin");
    assert.equal(ctx.from.language_code, "en");
    assert.deepEqual(ctx.message.entities, [{ offset: 0, length: 4, type: "bot_command" }]);
    assert.equal(ctx.chat.type, "private");
  });
});

test("a bot that starts with a payload is told it", async () => {
  const bot = await emulator.bot();
  const ann = await emulator.person("Ann");
  const heard = once();
  bot.command("start", (ctx) => heard.resolve(ctx.match));
  await serving(bot, async () => {
    await emulator.order("starts", { person: ann, bot: bot.botInfo.id, payload: "morning" });
    assert.equal(await heard.promise, "morning");
  });
});

test("a command for another bot does not reach a handler, one for this bot does", async () => {
  const bot = await emulator.bot();
  const ann = await emulator.person("Ann");
  const chat = await emulator.chat("group", ann);
  await emulator.order("adds", { person: ann, chat, who: bot.botInfo.id });
  const heard = [];
  const last = once();
  bot.command("who", (ctx) => {
    heard.push(ctx.match);
    if (ctx.match === "three") last.resolve();
  });
  await serving(bot, async () => {
    await emulator.order("says", { person: ann, chat, text: "/who@another_bot one" });
    await emulator.order("says", { person: ann, chat, text: `/who@${bot.botInfo.username} two` });
    await emulator.order("says", { person: ann, chat, text: "/who three" });
    await last.promise;
  });
  assert.deepEqual(heard, ["two", "three"]);
});

test("being added and thrown out comes as my_chat_member and as service messages", async () => {
  const bot = await emulator.bot();
  const ann = await emulator.person("Ann");
  const chat = await emulator.chat("supergroup", ann);
  const seen = [];
  const out = once();
  bot.on("my_chat_member", (ctx) => {
    seen.push(ctx.myChatMember.new_chat_member.status);
    if (ctx.myChatMember.new_chat_member.status === "kicked") out.resolve();
  });
  bot.on("message:new_chat_members:me", () => seen.push("joined"));
  bot.on("message:left_chat_member:me", () => seen.push("told to go"));
  await serving(bot, async () => {
    await emulator.order("adds", { person: ann, chat, who: bot.botInfo.id });
    await emulator.order("promotes", { person: ann, chat, who: bot.botInfo.id });
    await emulator.order("removes", { person: ann, chat, who: bot.botInfo.id });
    await out.promise;
  });
  assert.deepEqual(seen, ["member", "joined", "administrator", "told to go", "kicked"]);
});

test("chat_member comes only to an administrator who asks for it", async () => {
  const bot = await emulator.bot();
  const ann = await emulator.person("Ann");
  const bob = await emulator.person("Bob");
  const chat = await emulator.chat("supergroup", ann);
  await emulator.order("adds", { person: ann, chat, who: bot.botInfo.id });
  await emulator.order("promotes", { person: ann, chat, who: bot.botInfo.id });
  await emulator.order("adds", { person: ann, chat, who: bob });
  const byDefault = await bot.api.getUpdates();
  assert.ok(byDefault.every((u) => !u.chat_member));

  await bot.api.getUpdates({ offset: byDefault.at(-1).update_id + 1, allowed_updates: ["chat_member"] });
  await emulator.order("promotes", { person: ann, chat, who: bob });
  const asked = await bot.api.getUpdates();
  assert.deepEqual(
    asked.map((u) => u.chat_member?.new_chat_member.status),
    ["administrator"],
  );
});

test("a press comes as a callback query, its answer reaches who pressed, and the message is edited in place", async () => {
  const bot = await emulator.bot();
  const ann = await emulator.person("Ann");
  const chat = await emulator.privateChat(ann, bot);
  const sent = await bot.api.sendMessage(chat, "Page 1", {
    reply_markup: { inline_keyboard: [[{ text: "Next", callback_data: "page:2" }]] },
  });
  bot.callbackQuery(/page:(\d)/, async (ctx) => {
    await ctx.editMessageText(`Page ${ctx.match[1]}`);
    await ctx.answerCallbackQuery({ text: "Turned." });
  });
  await serving(bot, async () => {
    const press = await emulator.order("presses", {
      person: ann,
      chat,
      bot: bot.botInfo.id,
      message: sent.message_id,
      label: "Next",
    });
    const answer = await emulator.order("answer", { press: press.id, bot: bot.botInfo.id });
    assert.deepEqual(answer, { text: "Turned.", is_alert: false, url: null });
  });
  const { text } = await emulator.order("transcript", { chat, bot: bot.botInfo.id });
  assert.equal(text, "Byline (edited):\nPage 2\n");
});

test("a post of a channel has no sender, and comes into the linked group by itself", async () => {
  const bot = await emulator.bot({ privacy: false });
  const ann = await emulator.person("Ann");
  const channel = await emulator.chat("channel", ann, { title: "Paper" });
  const group = await emulator.chat("supergroup", ann);
  await emulator.order("link", { chat: channel, group });
  await emulator.order("adds", { person: ann, chat: channel, who: bot.botInfo.id });
  await emulator.order("adds", { person: ann, chat: group, who: bot.botInfo.id });
  await emulator.order("posts", { person: ann, chat: channel, text: "Extra!" });
  const updates = await bot.api.getUpdates({ allowed_updates: ["message", "channel_post"] });
  const post = updates.find((u) => u.channel_post).channel_post;
  assert.equal(post.from, undefined);
  assert.equal(post.sender_chat.title, "Paper");
  const forward = updates.find((u) => u.message?.is_automatic_forward).message;
  assert.equal(forward.from.id, 777000);
  assert.equal(forward.forward_origin.type, "channel");
});

test("an anonymous administrator speaks as the group", async () => {
  const bot = await emulator.bot();
  const ann = await emulator.person("Ann");
  const chat = await emulator.chat("supergroup", ann);
  await emulator.order("adds", { person: ann, chat, who: bot.botInfo.id });
  await emulator.order("says/anonymously", { person: ann, chat, text: "/digest now" });
  const said = (await bot.api.getUpdates()).at(-1).message;
  assert.equal(said.from.id, 1087968824);
  assert.equal(said.from.username, "GroupAnonymousBot");
  assert.equal(said.sender_chat.id, said.chat.id);
});

test("edits, forwards and replies of people come whole", async () => {
  const bot = await emulator.bot();
  const ann = await emulator.person("Ann");
  const on = { person: ann, chat: await emulator.privateChat(ann, bot), bot: bot.botInfo.id };
  const { id } = await emulator.order("says", { ...on, text: "frist" });
  await emulator.order("edits", { ...on, message: id, text: "first" });
  await emulator.order("forwards", { ...on, message: id, to: on.chat });
  await emulator.order("says", { ...on, text: "as I said", reply_to: id });
  const [, edited, forwarded, replied] = await bot.api.getUpdates();
  assert.equal(edited.edited_message.text, "first");
  assert.equal(forwarded.message.forward_origin.sender_user.first_name, "Ann");
  assert.equal(replied.message.reply_to_message.text, "first");
});

test("nothing that the emulator answered was unlike the official description", async () => {
  assert.deepEqual(await emulator.order("misprints"), []);
});
