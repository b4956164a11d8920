import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { InputFile } from "grammy";
import { startEmulator } from "./emulator.mjs";

let emulator, bot, ann, chat;
before(async () => (emulator = await startEmulator()));
after(() => emulator.stop());

const meet = async () => ({ bot, ann, chat } = await emulator.meet());

const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

test("text comes back trimmed, with its entities moved and with what is found in it", async () => {
  await meet();
  const sent = await bot.api.sendMessage(chat, "\n  Read @the_paper today  ", {
    entities: [{ type: "bold", offset: 3, length: 4 }],
  });
  assert.equal(sent.text, "Read @the_paper today");
  assert.deepEqual(sent.entities, [
    { offset: 0, length: 4, type: "bold" },
    { offset: 5, length: 10, type: "mention" },
  ]);
});

test("HTML is read", async () => {
  await meet();
  const sent = await bot.api.sendMessage(chat, '<b>A &amp; B</b> <a href="https://example.org/x">there</a>', {
    parse_mode: "HTML",
  });
  assert.equal(sent.text, "A & B there");
  assert.deepEqual(sent.entities, [
    { offset: 0, length: 5, type: "bold" },
    { offset: 6, length: 5, type: "text_link", url: "https://example.org/x" },
  ]);
});

test("a keyboard comes back with the message and is taken away by an edit without one", async () => {
  await meet();
  const keyboard = { inline_keyboard: [[{ text: "More", callback_data: "m" }, { text: "Open", url: "https://example.org" }]] };
  const sent = await bot.api.sendMessage(chat, "One", { reply_markup: keyboard });
  assert.deepEqual(sent.reply_markup, keyboard);
  const edited = await bot.api.editMessageText(chat, sent.message_id, "Two");
  assert.equal(edited.reply_markup, undefined);
  assert.ok(edited.edit_date);
});

test("a keyboard can be changed alone", async () => {
  await meet();
  const sent = await bot.api.sendMessage(chat, "One");
  const edited = await bot.api.editMessageReplyMarkup(chat, sent.message_id, {
    reply_markup: { inline_keyboard: [[{ text: "More", callback_data: "m" }]] },
  });
  assert.equal(edited.reply_markup.inline_keyboard[0][0].text, "More");
});

test("a photo is uploaded, sent again by its id, captioned anew and fetched", async () => {
  await meet();
  const sent = await bot.api.sendPhoto(chat, new InputFile(pixel, "pixel.png"), { caption: "Small" });
  assert.equal(sent.caption, "Small");
  const again = await bot.api.sendPhoto(chat, sent.photo.at(-1).file_id);
  assert.equal(again.photo.at(-1).file_id, sent.photo.at(-1).file_id);
  const anew = await bot.api.editMessageCaption(chat, sent.message_id, { caption: "Very small" });
  assert.equal(anew.caption, "Very small");
  const file = await bot.api.getFile(sent.photo.at(-1).file_id);
  const fetched = await fetch(`${emulator.url}/file/bot${bot.token}/${file.file_path}`);
  assert.deepEqual(Buffer.from(await fetched.arrayBuffer()), pixel);
});

test("messages are replied to, forwarded, copied and deleted", async () => {
  await meet();
  const sent = await bot.api.sendMessage(chat, "One");
  const reply = await bot.api.sendMessage(chat, "Two", { reply_parameters: { message_id: sent.message_id } });
  assert.equal(reply.reply_to_message.message_id, sent.message_id);
  const forward = await bot.api.forwardMessage(chat, chat, sent.message_id);
  assert.equal(forward.forward_origin.type, "user");
  const { message_id } = await bot.api.copyMessage(chat, chat, sent.message_id);
  assert.ok(message_id > forward.message_id);
  assert.equal(await bot.api.deleteMessage(chat, sent.message_id), true);
  const { messages } = await emulator.order("transcript", { chat, bot: bot.botInfo.id });
  assert.deepEqual(messages.map((m) => m.text), ["Two", "One", "One"]);
});

test("a reply to what is gone can be sent without it", async () => {
  await meet();
  const sent = await bot.api.sendMessage(chat, "Alone", {
    reply_parameters: { message_id: 987654, allow_sending_without_reply: true },
  });
  assert.equal(sent.reply_to_message, undefined);
});

test("commands are kept by scope and language, exactly", async () => {
  await meet();
  const en = [{ command: "who", description: "who is in the news" }];
  const de = [{ command: "who", description: "wer in den Nachrichten ist" }];
  await bot.api.setMyCommands(en);
  await bot.api.setMyCommands(de, { language_code: "de" });
  await bot.api.setMyCommands([{ command: "digest", description: "post now" }], {
    scope: { type: "all_chat_administrators" },
  });
  assert.deepEqual(await bot.api.getMyCommands(), en);
  assert.deepEqual(await bot.api.getMyCommands({ language_code: "de" }), de);
  assert.deepEqual(await bot.api.getMyCommands({ language_code: "fr" }), []);
  assert.equal((await bot.api.getMyCommands({ scope: { type: "all_chat_administrators" } })).length, 1);
  await bot.api.deleteMyCommands({ language_code: "de" });
  assert.deepEqual(await bot.api.getMyCommands({ language_code: "de" }), []);
});

test("chats and members are told of", async () => {
  await meet();
  const group = await emulator.chat("supergroup", ann, { username: "news_lovers" });
  await emulator.order("adds", { person: ann, chat: group, who: bot.botInfo.id });
  const full = await bot.api.getChat("@news_lovers");
  assert.equal(full.id, group);
  assert.equal((await bot.api.getChatMember(group, ann)).status, "creator");
  assert.equal((await bot.api.getChatMember(group, bot.botInfo.id)).status, "member");
  assert.deepEqual((await bot.api.getChatAdministrators(group)).map((m) => m.user.id), [ann]);
  assert.equal(await bot.api.getChatMemberCount(group), 2);
  assert.equal(await bot.api.sendChatAction(group, "typing"), true);
  assert.equal(await bot.api.leaveChat(group), true);
});

test("topics are opened, written to, closed, reopened and deleted", async () => {
  await meet();
  const forum = await emulator.chat("forum", ann);
  await emulator.order("adds", { person: ann, chat: forum, who: bot.botInfo.id });
  await emulator.order("promotes", { person: ann, chat: forum, who: bot.botInfo.id });
  const topic = await bot.api.createForumTopic(forum, "Politics");
  const sent = await bot.api.sendMessage(forum, "Here", { message_thread_id: topic.message_thread_id });
  assert.equal(sent.is_topic_message, true);
  assert.equal(sent.message_thread_id, topic.message_thread_id);
  assert.equal((await bot.api.sendMessage(forum, "In General")).message_thread_id, undefined);
  assert.equal(await bot.api.closeForumTopic(forum, topic.message_thread_id), true);
  assert.equal(await bot.api.reopenForumTopic(forum, topic.message_thread_id), true);
  assert.equal(await bot.api.deleteForumTopic(forum, topic.message_thread_id), true);
});

test("a well-behaved client sends nothing that the description does not know", async () => {
  assert.deepEqual(await emulator.order("refusals"), []);
  assert.deepEqual(await emulator.order("misprints"), []);
});
