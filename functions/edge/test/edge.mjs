// Runs the file as CloudFront does: its settings filled in, an event in, a request or a response out.
import { createRequire } from "node:module";
import { existsSync, readFileSync } from "node:fs";
import vm from "node:vm";

const source = readFileSync(new URL("../edge.js", import.meta.url), "utf8");
const SETTINGS = { OriginalsBucket: "originals", AutoAvif: "true", AutoWebP: "true", Uncertain: "false" };

export const cases = JSON.parse(readFileSync(new URL("../cases.json", import.meta.url), "utf8"));

/** The file as CloudFormation would hand it to CloudFront. */
export function filledIn(settings = {}) {
  return source.replace(/\$\{(\w+)}/g, (_, name) => ({ ...SETTINGS, ...settings })[name]);
}

/** The handler; `now` is the time it believes it to be, in milliseconds since 1970. */
export function load(settings = {}, now = Date.UTC(2026, 0, 1)) {
  class FixedDate extends Date {
    static now() {
      return now;
    }
  }
  // The only modules that CloudFront has are its own.
  const modules = { crypto: createRequire(import.meta.url)("node:crypto") };
  const context = vm.createContext({ require: (name) => modules[name], Buffer, Date: FixedDate });
  vm.runInContext(filledIn(settings), context);
  return (event) => {
    const answer = JSON.parse(JSON.stringify(context.handler(event)));
    return answer.statusCode ? { status: answer.statusCode, ...answer } : answer;
  };
}

/** What CloudFront makes of a request; names and values stay as the viewer wrote them. */
export function event({ target, accept = "*/*", method = "GET" }) {
  const mark = target.indexOf("?");
  const uri = mark < 0 ? target : target.slice(0, mark);
  const querystring = Object.create(null);
  for (const pair of (mark < 0 ? "" : target.slice(mark + 1)).split("&").filter((each) => each)) {
    const [name, ...rest] = pair.split("=");
    const value = rest.join("=");
    const known = querystring[name];
    if (known) {
      known.multiValue = [...(known.multiValue ?? [{ value: known.value }]), { value }];
    } else {
      querystring[name] = { value };
    }
  }
  return {
    version: "1.0",
    context: { eventType: "viewer-request" },
    viewer: { ip: "198.51.100.1" },
    request: { method, uri, querystring, headers: { host: { value: "img.example.com" }, accept: { value: accept } }, cookies: {} },
  };
}

/** Reads an ad-hoc key back, by Node's own decoder. */
export function decoded(uri) {
  const [, kind, id, packed, accepted] = /^\/derivatives\/([re])\/([^/]+)\/(.+)\.(avif|webp|any)$/.exec(uri);
  return { kind, id, request: "/" + Buffer.from(packed.replaceAll("/", ""), "base64url").toString(), accepted };
}

/** The addresses in third parties' vectors, which lie beside the project during its development. */
export function vectors() {
  const shared = new URL("../../../../shared/vectors/", import.meta.url);
  if (!existsSync(shared)) {
    if (process.env.CI === "true") {
      throw new Error(`${shared} is missing, and CI is set`);
    }
    return undefined;
  }
  const read = (name) => readFileSync(new URL(name, shared), "utf8");
  const paths = JSON.parse(read("thumbor-urls.json")).map((vector) => vector.url);
  paths.push(...JSON.parse(read("thumbor-signatures.json")).vectors.map((vector) => vector.signed_url));
  paths.push(...read("sih-requests.jsonl").trim().split("\n").map((line) => JSON.parse(line).path));
  return paths.filter((path) => typeof path === "string").map((path) => (path.startsWith("/") ? path : "/" + path));
}
