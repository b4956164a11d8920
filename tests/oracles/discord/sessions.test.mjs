import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { once, startEmulator } from "./emulator.mjs";

let emulator;
before(async () => (emulator = await startEmulator("--heartbeat", "500")));
after(() => emulator.stop());

test("discord.js logs in, sees its server and channels, and its heart beats", async (t) => {
  const room = await emulator.room();
  const client = await emulator.login(t, room);
  assert.equal(client.user.id, room.bot);
  const guild = client.guilds.cache.get(room.guild);
  assert.equal(guild.name, "News lovers");
  assert.equal(guild.preferredLocale, "en-GB");
  assert.equal(guild.ownerId, room.ann);
  assert.equal(guild.channels.cache.get(room.channel).name, "news");
  await new Promise((resolve) => setTimeout(resolve, 1200));
  assert.ok((await emulator.order("sessions", { bot: room.bot })).heartbeats > 0);
  assert.ok(client.ws.ping >= 0);
});

for (const isCompressed of [false, true]) {
  const how = isCompressed ? "compressed" : "plain";

  test(`@discordjs/core is told READY and its servers, ${how}`, async (t) => {
    const room = await emulator.room();
    const { ready } = await emulator.connect(t, room, { isCompressed });
    assert.equal(ready.user.id, room.bot);
    assert.equal(ready.application.id, room.bot);
    assert.deepEqual(ready.guilds, [{ id: room.guild, unavailable: true }]);
  });

  for (const mid_frame of [false, true]) {
    const where = mid_frame ? "inside a frame" : "between frames";

    test(`a socket lost ${where} is resumed, and what happened meanwhile comes, ${how}`, async (t) => {
      const room = await emulator.room();
      const { client } = await emulator.connect(t, room, { isCompressed });
      const resumed = once((done) => client.once("RESUMED", done));
      const heard = [];
      const created = once((done) =>
        client.on("CHANNEL_CREATE", ({ data }) => {
          heard.push(data.name);
          if (data.name === "later") done();
        }),
      );
      await emulator.order("gateway", { bot: room.bot, does: "cuts", mid_frame });
      await emulator.channel(room.guild, "text", "meanwhile");
      await resumed;
      await emulator.channel(room.guild, "text", "later");
      await created;
      assert.deepEqual(heard, ["meanwhile", "later"]);
      const { identifies, resumes } = await emulator.order("sessions", { bot: room.bot });
      assert.deepEqual({ identifies, resumes }, { identifies: 1, resumes: 1 });
    });
  }
}

test("op 7 and op 9 that may be resumed are answered with a resume", async (t) => {
  const room = await emulator.room();
  const { client } = await emulator.connect(t, room);
  for (const order of [{ does: "reconnect" }, { does: "invalidates", resumable: true }]) {
    const resumed = once((done) => client.once("RESUMED", done));
    await emulator.order("gateway", { bot: room.bot, ...order });
    await resumed;
  }
  assert.equal((await emulator.order("sessions", { bot: room.bot })).identifies, 1);
});

test("op 9 that may not be resumed, and close codes, lead to a session that is new or old as they say", async (t) => {
  const room = await emulator.room();
  const { client } = await emulator.connect(t, room);
  const expectations = [
    [{ does: "closes", code: 4000 }, "RESUMED"],
    [{ does: "closes", code: 4009 }, "RESUMED"],
    [{ does: "invalidates", resumable: false }, "READY"],
    [{ does: "closes", code: 4007 }, "READY"],
  ];
  for (const [order, wanted] of expectations) {
    const event = once((done) => client.once(wanted, done));
    // A new session may begin five seconds after the last.
    if (wanted === "READY") await new Promise((resolve) => setTimeout(resolve, 5200));
    await emulator.order("gateway", { bot: room.bot, ...order });
    await event;
  }
  const { identifies, resumes } = await emulator.order("sessions", { bot: room.bot });
  assert.deepEqual({ identifies, resumes }, { identifies: 3, resumes: 2 });
});

test("a resume of a session that was forgotten is told op 9, and begins anew", async (t) => {
  const room = await emulator.room();
  const { client } = await emulator.connect(t, room);
  await new Promise((resolve) => setTimeout(resolve, 5200));
  const ready = once((done) => client.once("READY", done));
  await emulator.order("gateway", { bot: room.bot, does: "forgets" });
  await emulator.order("gateway", { bot: room.bot, does: "cuts" });
  await ready;
  assert.equal((await emulator.order("sessions", { bot: room.bot })).identifies, 2);
});

test("silence is noticed by the missing answer to a heartbeat, and ends in a resume", async (t) => {
  const room = await emulator.room();
  const { client } = await emulator.connect(t, room);
  const resumed = once((done) => client.once("RESUMED", done));
  await emulator.order("gateway", { bot: room.bot, does: "silence" });
  await resumed;
});

test("a token that is nobody's is refused for good", async (t) => {
  await assert.rejects(emulator.login(t, { token: "nobody.at.all" }), { code: "TokenInvalid" });
});

test("two shards share the servers", async (t) => {
  const room = await emulator.room();
  for (let i = 0; i < 5; i++) await emulator.order("guild", { name: `G${i}`, person: room.ann, bot: room.bot });
  const seen = [];
  const { gateway } = await emulator.connect(t, room, { shardCount: 2 });
  await emulator.order("connected", { bot: room.bot, count: 2 });
  assert.equal(await gateway.getShardCount(), 2);
  assert.equal((await emulator.order("sessions", { bot: room.bot })).identifies, 2);
  assert.deepEqual(seen, []);
});

test("nothing that was asked was refused, but the wrong token", async () => {
  const refusals = await emulator.order("refusals");
  assert.deepEqual(
    refusals.filter((r) => !r.startsWith("IDENTIFY: token")),
    [],
  );
  assert.deepEqual(await emulator.order("misprints"), []);
});
