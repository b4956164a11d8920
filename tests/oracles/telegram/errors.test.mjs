import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Bot, InputFile } from "grammy";
import { refused, startEmulator } from "./emulator.mjs";

let emulator, bot, ann, chat;
before(async () => (emulator = await startEmulator()));
after(() => emulator.stop());

const meet = async () => ({ bot, ann, chat } = await emulator.meet());

/** A chat of a kind with the bot in it. */
async function enter(kind, fields = {}) {
  await meet();
  const entered = await emulator.chat(kind, ann, fields);
  await emulator.order("adds", { person: ann, chat: entered, who: bot.botInfo.id });
  return entered;
}

const button = (fields) => ({ reply_markup: { inline_keyboard: [[{ text: "x", ...fields }]] } });

test("a wrong token is unauthorized", async () => {
  const stranger = new Bot("1:wrong", { client: { apiRoot: emulator.url } });
  await assert.rejects(stranger.api.getMe(), refused(401, "Unauthorized"));
});

test("a method that there is not is not found", async () => {
  await meet();
  await assert.rejects(bot.api.raw.getStarChart({}), refused(404, "Not Found: method not found"));
});

const texts = {
  "an empty text": ["", "Bad Request: message text is empty"],
  "a text of white space": [" \n ", "Bad Request: message text is empty"],
  "a text of 4097 units": ["a".repeat(4097), "Bad Request: message is too long"],
};
for (const [name, [text, description]] of Object.entries(texts))
  test(`${name} is refused`, async () => {
    await meet();
    await assert.rejects(bot.api.sendMessage(chat, text), refused(400, description));
  });

test("4096 units are counted after the markup is read", async () => {
  await meet();
  const sent = await bot.api.sendMessage(chat, `<b>${"a".repeat(4096)}</b>`, { parse_mode: "HTML" });
  assert.equal(sent.text.length, 4096);
});

test("markup that does not close is refused", async () => {
  await meet();
  await assert.rejects(
    bot.api.sendMessage(chat, "<b>bold", { parse_mode: "HTML" }),
    refused(400, "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\""),
  );
  await assert.rejects(
    bot.api.sendMessage(chat, "a <p> b", { parse_mode: "HTML" }),
    refused(400, "Bad Request: can't parse entities: Unsupported start tag \"p\" at byte offset 2"),
  );
});

test("a caption of 1025 units is refused, and so is what is no picture", async () => {
  await meet();
  const picture = () => new InputFile(Buffer.from([0xff, 0xd8, 0xff, 0xd9]), "a.jpg");
  await assert.rejects(
    bot.api.sendPhoto(chat, picture(), { caption: "a".repeat(1025) }),
    refused(400, "Bad Request: message caption is too long"),
  );
  await assert.rejects(
    bot.api.sendPhoto(chat, new InputFile(Buffer.from("no picture"), "a.jpg")),
    refused(400, "Bad Request: IMAGE_PROCESS_FAILED"),
  );
});

test("buttons that cannot be are refused", async () => {
  await meet();
  await assert.rejects(
    bot.api.sendMessage(chat, "a", button({ callback_data: "ä".repeat(33) })),
    refused(400, "Bad Request: BUTTON_DATA_INVALID"),
  );
  await bot.api.sendMessage(chat, "a", button({ callback_data: "ä".repeat(32) }));
  await assert.rejects(
    bot.api.sendMessage(chat, "a", button({ url: "javascript:alert(1)" })),
    refused(400, "Bad Request: inline keyboard button URL 'javascript:alert(1)' is invalid: Wrong HTTP URL"),
  );
  await assert.rejects(
    bot.api.sendMessage(chat, "a", button({})),
    refused(
      400,
      "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
  );
  const rows = Array.from({ length: 101 }, (_, i) => [{ text: `${i}`, callback_data: `${i}` }]);
  await assert.rejects(
    bot.api.sendMessage(chat, "a", { reply_markup: { inline_keyboard: rows } }),
    refused(400, "Bad Request: reply markup is too long"),
  );
});

test("an edit that changes nothing, or of what is gone or of others, is refused", async () => {
  await meet();
  const { message_id } = await bot.api.sendMessage(chat, "One");
  await assert.rejects(
    bot.api.editMessageText(chat, message_id, " One "),
    refused(
      400,
      "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    ),
  );
  const said = await emulator.order("says", { person: ann, chat, bot: bot.botInfo.id, text: "mine" });
  await assert.rejects(
    bot.api.editMessageText(chat, said.id, "Two"),
    refused(400, "Bad Request: message can't be edited"),
  );
  await bot.api.deleteMessage(chat, message_id);
  await assert.rejects(
    bot.api.editMessageText(chat, message_id, "Two"),
    refused(400, "Bad Request: message to edit not found"),
  );
  await assert.rejects(
    bot.api.deleteMessage(chat, message_id),
    refused(400, "Bad Request: message to delete not found"),
  );
  await assert.rejects(
    bot.api.sendMessage(chat, "Two", { reply_parameters: { message_id } }),
    refused(400, "Bad Request: message to be replied not found"),
  );
});

test("a chat that nobody knows is not found", async () => {
  await meet();
  await assert.rejects(bot.api.sendMessage(-100999, "a"), refused(400, "Bad Request: chat not found"));
  await assert.rejects(bot.api.sendMessage("@no_such_paper", "a"), refused(400, "Bad Request: chat not found"));
});

test("who never wrote to the bot, blocked it or is gone cannot be written to", async () => {
  await meet();
  const bob = await emulator.person("Bob");
  await assert.rejects(
    bot.api.sendMessage(bob, "a"),
    refused(403, "Forbidden: bot can't initiate conversation with a user"),
  );
  await emulator.order("blocks", { person: ann, bot: bot.botInfo.id });
  await assert.rejects(bot.api.sendMessage(chat, "a"), refused(403, "Forbidden: bot was blocked by the user"));
  await emulator.order("unblocks", { person: ann, bot: bot.botInfo.id });
  await bot.api.sendMessage(chat, "a");
  await emulator.order("deactivate", { person: ann });
  await assert.rejects(bot.api.sendMessage(chat, "b"), refused(403, "Forbidden: user is deactivated"));
});

for (const kind of ["group", "supergroup", "channel"])
  test(`out of a ${kind}, the bot is told how it came out`, async () => {
    const entered = await enter(kind);
    await emulator.order("removes", { person: ann, chat: entered, who: bot.botInfo.id });
    await assert.rejects(
      bot.api.sendMessage(entered, "a"),
      refused(403, `Forbidden: bot was kicked from the ${kind} chat`),
    );
    const other = await enter(kind);
    await bot.api.leaveChat(other);
    await assert.rejects(
      bot.api.sendMessage(other, "a"),
      refused(403, `Forbidden: bot is not a member of the ${kind} chat`),
    );
  });

test("a public channel that the bot was never in", async () => {
  await meet();
  await emulator.chat("channel", ann, { username: "the_paper" });
  await assert.rejects(
    bot.api.sendMessage("@the_paper", "a"),
    refused(403, "Forbidden: bot is not a member of the channel chat"),
  );
});

test("without rights nothing is sent", async () => {
  const group = await enter("supergroup");
  await emulator.order("restricts", { person: ann, chat: group, who: bot.botInfo.id });
  await assert.rejects(
    bot.api.sendMessage(group, "a"),
    refused(400, "Bad Request: not enough rights to send text messages to the chat"),
  );
  const channel = await enter("channel");
  await emulator.order("promotes", { person: ann, chat: channel, who: bot.botInfo.id, rights: "ManageChat" });
  await assert.rejects(
    bot.api.sendMessage(channel, "a"),
    refused(400, "Bad Request: need administrator rights in the channel chat"),
  );
});

test("a group that became a supergroup names its new number", async () => {
  const group = await enter("group");
  const { id } = await emulator.order("upgrade", { chat: group });
  await assert.rejects(
    bot.api.sendMessage(group, "a"),
    refused(400, "Bad Request: group chat was upgraded to a supergroup chat", { migrate_to_chat_id: id }),
  );
  await bot.api.sendMessage(id, "a");
  const told = (await bot.api.getUpdates()).map((u) => u.message).filter(Boolean);
  assert.equal(told.find((m) => m.migrate_to_chat_id)?.migrate_to_chat_id, id);
  assert.equal(told.find((m) => m.migrate_from_chat_id)?.migrate_from_chat_id, group);
});

test("topics that are closed, gone or General", async () => {
  const forum = await enter("forum");
  const { id } = await emulator.order("topic", { chat: forum, name: "Politics" });
  const there = { message_thread_id: id };
  await bot.api.sendMessage(forum, "a", there);
  await emulator.order("topic/close", { chat: forum, topic: id });
  await assert.rejects(bot.api.sendMessage(forum, "a", there), refused(400, "Bad Request: TOPIC_CLOSED"));
  await emulator.order("topic/delete", { chat: forum, topic: id });
  const gone = refused(400, "Bad Request: message thread not found");
  await assert.rejects(bot.api.sendMessage(forum, "a", there), gone);
  await assert.rejects(bot.api.sendMessage(forum, "a", { message_thread_id: 1 }), gone);
  await emulator.order("topic/close", { chat: forum, topic: 1 });
  await assert.rejects(bot.api.sendMessage(forum, "a"), refused(400, "Bad Request: TOPIC_CLOSED"));
  await assert.rejects(
    bot.api.createForumTopic(forum, "Sport"),
    refused(400, "Bad Request: not enough rights to create a topic"),
  );
  const group = await enter("supergroup");
  await assert.rejects(
    bot.api.createForumTopic(group, "Sport"),
    refused(400, "Bad Request: the chat is not a forum"),
  );
});

test("a press that is long past or was never made cannot be answered", async () => {
  await meet();
  await assert.rejects(
    bot.api.answerCallbackQuery("12345"),
    refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"),
  );
});

test("an answer to a press has at most 200 units", async () => {
  await meet();
  const sent = await bot.api.sendMessage(chat, "a", button({ callback_data: "a" }));
  const by = { person: ann, chat, bot: bot.botInfo.id };
  const press = await emulator.order("presses", { ...by, message: sent.message_id, label: "x" });
  await assert.rejects(
    bot.api.answerCallbackQuery(press.id, { text: "a".repeat(201) }),
    refused(400, "Bad Request: MESSAGE_TOO_LONG"),
  );
  await bot.api.answerCallbackQuery(press.id, { text: "a".repeat(200), show_alert: true });
  assert.equal((await emulator.order("answer", { press: press.id, bot: bot.botInfo.id })).is_alert, true);
});

test("commands with names that cannot be are refused", async () => {
  await meet();
  for (const command of ["Who", "who-is", "", "a".repeat(33)])
    await assert.rejects(
      bot.api.setMyCommands([{ command, description: "x" }]),
      refused(400, "Bad Request: BOT_COMMAND_INVALID"),
    );
  await assert.rejects(
    bot.api.setMyCommands(Array.from({ length: 101 }, (_, i) => ({ command: `c${i}`, description: "x" }))),
    refused(400, "Bad Request: BOT_COMMANDS_TOO_MUCH"),
  );
  await assert.rejects(
    bot.api.setMyCommands([{ command: "a", description: "x" }], { language_code: "english" }),
    refused(400, "Bad Request: invalid language code specified"),
  );
});

test("a private chat has no administrators, and an action must be one that there is", async () => {
  await meet();
  await assert.rejects(
    bot.api.getChatAdministrators(chat),
    refused(400, "Bad Request: there are no administrators in the private chat"),
  );
  await assert.rejects(
    bot.api.sendChatAction(chat, "thinking"),
    refused(400, "Bad Request: wrong parameter action in request"),
  );
});

test("what is wrong by the limits or by the description is written down", async () => {
  await meet();
  const before = (await emulator.order("refusals")).length;
  await bot.api.sendMessage(chat, "bold", { entities: [{ type: "bold", offset: 2, length: 5 }] });
  const fresh = (await emulator.order("refusals")).slice(before);
  assert.deepEqual(fresh, [
    { method: "sendMessage", path: "entities", sentence: "bold at 2+5 lies outside the text of 4 units" },
  ]);
});

test("a field that the description does not know is written down, and passed over", async (t) => {
  const { skipped } = await emulator.order("specification");
  if (skipped) return t.skip(skipped);
  await meet();
  const before = (await emulator.order("refusals")).length;
  await bot.api.sendMessage(chat, "a", {
    disable_web_page_preview: true,
    reply_markup: { inline_keyboard: [[{ text: "x", callback_data: "x", colour: "red" }]] },
    entities: [{ type: "bold", offset: "0", length: 1 }],
  }).catch(() => {});
  const fresh = (await emulator.order("refusals")).slice(before).map((r) => `${r.path} ${r.sentence}`);
  assert.deepEqual(fresh, [
    "entities[0].offset should be Integer and is \"0\"",
    "reply_markup.inline_keyboard[0][0].colour is no field that there is",
    "disable_web_page_preview is no parameter of this method",
  ].sort((a, b) => fresh.indexOf(a) - fresh.indexOf(b)));
});
