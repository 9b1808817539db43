import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";

/**
 * echo: a mistake whose message repeats the request; fail-tasks: tasks fail as if the disk were full;
 * other-revision: the index has been replaced by someone else; late: every answer takes 250 ms.
 */
export type Behaviour = "answer" | "hang" | "late" | "echo" | "other-revision" | "fail-tasks";

const searches = z.object({ queries: z.array(z.object({ filter: z.array(z.string()) })) });
const documents = z.array(z.object({ id: z.string(), key: z.string() }));
const newIndex = z.object({ uid: z.string() });
const swap = z.array(z.object({ indexes: z.tuple([z.string(), z.string()]) }));

export interface PretendMeilisearch {
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
  readonly behave: (next: Behaviour) => void;
  /** The keys that every search finds from now on. */
  readonly answerWith: (keys: readonly string[]) => void;
  readonly searches: () => number;
  readonly indexes: () => readonly string[];
  /** The revision that the live index says it holds. */
  readonly revision: () => string | undefined;
}

/** As much of Meilisearch as the engine speaks with, in memory, that can be told to misbehave. */
export function createPretendMeilisearch(): PretendMeilisearch {
  const indexes = new Map<string, Map<string, string>>();
  let behaviour: Behaviour = "answer";
  let found: readonly string[] = [];
  let searchCount = 0;

  function task(response: ServerResponse, done: () => void): void {
    if (behaviour !== "fail-tasks") done();
    response.writeHead(202).end('{"taskUid":1,"status":"enqueued"}');
  }

  function multiSearch(response: ServerResponse, body: unknown): void {
    searchCount += 1;
    const results = searches.parse(body).queries.map(({ filter }) => {
      const [, wanted] = /^key = "(.*)"$/.exec(filter[1] ?? "") ?? [];
      const keys = wanted === undefined ? found : [wanted].filter((key) => indexes.get("pristan")?.get("revision") === key);
      const hits = behaviour === "other-revision" && wanted !== undefined ? [] : keys.map((key) => ({ key }));
      return { hits, estimatedTotalHits: Math.max(5, hits.length), facetDistribution: {} };
    });
    if (indexes.has("pristan")) response.end(JSON.stringify({ results }));
    else response.writeHead(404).end('{"code":"index_not_found"}');
  }

  function respond(request: IncomingMessage, response: ServerResponse, body: string): void {
    const [, first = "", uid = "", rest = ""] = new URL(request.url ?? "", "http://localhost").pathname.split("/");
    const what = `${request.method ?? ""} ${first}${uid && "/x"}${rest && `/${rest}`}`;
    const json: unknown = body === "" ? undefined : JSON.parse(body);
    switch (what) {
      case "GET version":
        return void response.end('{"pkgVersion":"1.50.0"}');
      case "POST multi-search": {
        multiSearch(response, json);
        return;
      }
      case "GET tasks/x": {
        const failed = { status: "failed", error: { code: "no_space_left_on_device" } };
        return void response.end(JSON.stringify(behaviour === "fail-tasks" ? failed : { status: "succeeded", error: null }));
      }
      case "GET indexes":
        return void response.end(
          JSON.stringify({ results: [...indexes.keys()].map((name) => ({ uid: name, createdAt: new Date() })) }),
        );
      case "POST indexes": {
        task(response, () => indexes.set(newIndex.parse(json).uid, new Map()));
        return;
      }
      case "DELETE indexes/x": {
        task(response, () => indexes.delete(uid));
        return;
      }
      case "GET indexes/x/settings":
        return void response.end("{}");
      case "PATCH indexes/x/settings": {
        task(response, () => undefined);
        return;
      }
      case "POST indexes/x/documents": {
        task(response, () => {
          for (const { id, key } of documents.parse(json)) indexes.get(uid)?.set(id, key);
        });
        return;
      }
      case "GET indexes/x/stats":
        return void response.end(JSON.stringify({ numberOfDocuments: indexes.get(uid)?.size ?? 0 }));
      case "POST swap-indexes": {
        task(response, () => {
          for (const {
            indexes: [one, other],
          } of swap.parse(json)) {
            const [first, second] = [indexes.get(one), indexes.get(other)];
            if (first && second) indexes.set(one, second).set(other, first);
          }
        });
        return;
      }
      default:
        return void response.writeHead(500).end(`{"message":"nothing pretends to be ${what}"}`);
    }
  }

  return {
    handler: (request, response): void => {
      if (behaviour === "hang") return;
      let body = "";
      request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
      request.on("end", () => {
        response.setHeader("content-type", "application/json");
        if (behaviour === "echo")
          response.writeHead(400).end(JSON.stringify({ message: `bad request: ${body}`, code: "bad_request" }));
        else
          setTimeout(
            () => {
              respond(request, response, body);
            },
            behaviour === "late" ? 250 : 0,
          );
      });
    },
    behave: (next): void => {
      behaviour = next;
    },
    answerWith: (keys): void => {
      found = keys;
    },
    searches: (): number => searchCount,
    indexes: (): readonly string[] => [...indexes.keys()],
    revision: (): string | undefined => indexes.get("pristan")?.get("revision"),
  };
}
