import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { cases, decoded, event, filledIn, load, vectors } from "./edge.mjs";

const PARAMETERS = ["d", "expires", "fit", "flip", "flop", "format", "grayscale", "greyscale", "height", "quality", "rotate", "showExif", "signature", "width"];

for (const each of cases) {
  test(each.says, () => {
    const answer = load(each.settings)(event(each));
    if (each.uri) {
      assert.equal(answer.uri, each.uri);
      assert.deepEqual(answer.querystring, {});
    } else {
      assert.equal(answer.status, each.status);
      const body = JSON.parse(answer.body);
      assert.deepEqual([body.status, body.code], [each.status, each.code]);
      assert.ok(body.message.length > 5);
      assert.equal(answer.headers["cache-control"].value, "no-store");
    }
  });
}

test("fits into CloudFront's 10 KB with the longest settings", () => {
  assert.ok(filledIn({ OriginalsBucket: "b".repeat(63), AutoAvif: "false" }).length <= 10 * 1024);
});

test("leaves the address as it is written in every vector", (t) => {
  const paths = vectors();
  if (!paths) {
    return t.skip("there is no shared/vectors beside the project");
  }
  const handler = load();
  let rewritten = 0;
  for (const path of paths) {
    for (const accept of ["image/avif,image/webp", "image/webp,*/*", "*/*"]) {
      const answer = handler(event({ target: path, accept }));
      if (answer.status) {
        assert.ok(["/", "/derivatives"].includes(path) || path.startsWith("/derivatives/") || answer.status === 410 || answer.status === 414, path);
        continue;
      }
      assert.match(answer.uri, /^\/derivatives\/[vre]\/[A-Za-z0-9/_.-]+$/);
      for (const segment of answer.uri.split("/")) {
        assert.ok(segment.length <= 255, path);
      }
      if (!answer.uri.startsWith("/derivatives/v/")) {
        const [target, query = ""] = path.split(/\?(.*)/s);
        const kept = query.split("&").filter((pair) => PARAMETERS.includes(pair.split("=")[0]));
        const { request } = decoded(answer.uri);
        assert.equal(request.split("?")[0], target);
        assert.equal((request.split("?")[1] ?? "").split("&").filter((each) => each).length, new Set(kept.map((pair) => pair.split("=")[0])).size);
      }
      rewritten++;
    }
  }
  t.diagnostic(`${rewritten} requests rewritten`);
  assert.ok(rewritten > 1000);
});

test("writes the hash of bucket and key of a foreign original, in base32", () => {
  const handler = load();
  for (let n = 0; n < 200; n++) {
    const key = `old/${n} ä.jpg`;
    const bits = [...createHash("sha256").update(`originals/${key}`).digest()].map((byte) => byte.toString(2).padStart(8, "0")).join("");
    const id = bits.slice(0, 130).match(/.{5}/g).map((five) => "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[parseInt(five, 2)]).join("");
    const { uri } = handler(event({ target: `/v/card.png/${encodeURI(key)}` }));
    assert.ok(uri.startsWith(`/derivatives/v/${id}/card/`), uri);
  }
});

test("writes the short form where the original's key is too long for S3", () => {
  const handler = load();
  for (let length = 1; length <= 1024; length++) {
    const { uri } = handler(event({ target: `/v/card/${"k".repeat(length)}` }));
    assert.ok(uri.length <= 1025, `${length}: ${uri.length}`);
    if (length <= 632) {
      assert.match(uri, /\/card\/.+\.any$/);
    }
  }
});

test("refuses an address that CloudFront could not pass on", () => {
  const handler = load();
  const end = "/uploads/01M7YSMYRB5JV8DQ187KR4G3ZS/a.jpg";
  const longest = "/unsafe/filters:text(" + "a".repeat(5900 - 22 - end.length) + ")" + end;
  assert.equal(longest.length, 5900);
  assert.match(handler(event({ target: longest, accept: "image/webp" })).uri, /01M7YSMYRB5JV8DQ187KR4G3ZS/);
  assert.equal(handler(event({ target: "/" + "a".repeat(6000) })).status, 414);
});

test("takes the last of several parameters of a name, and no parameter of an object's own", () => {
  const handler = load();
  const { uri } = handler(event({ target: "/a.jpg?constructor=1&__proto__=2&width=1&d=3&width=2&width=" }));
  assert.equal(decoded(uri).request, "/a.jpg?d=3&width=");
});

test("needs a moment only, whatever the address", () => {
  const handler = load();
  const bait = [
    "/unsafe/" + "1".repeat(4000) + "/uploads/",
    "/unsafe/filters:" + "a(b):".repeat(900) + "/uploads/01M7YSMYRB5JV8DQ187KR4G3ZS/a.jpg/",
    "/" + "-".repeat(5000),
    "/unsafe/" + "1.".repeat(2000) + "x1:1x1/uploads/01M7YSMYRB5JV8DQ187KR4G3ZS/",
    "/" + "/uploads".repeat(700),
    "/v/" + "a".repeat(40) + "/" + "%".repeat(5000),
  ];
  for (const target of bait) {
    const started = process.hrtime.bigint();
    for (let round = 0; round < 20; round++) {
      handler(event({ target, accept: "image/avif ".repeat(400) }));
    }
    const millis = Number(process.hrtime.bigint() - started) / 20e6;
    assert.ok(millis < 20, `${target.slice(0, 30)}: ${millis} ms`);
  }
});
