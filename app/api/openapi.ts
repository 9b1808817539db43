import { z } from "zod";
import { entryAnswer, errorAnswer, named, requestSchemas, searchAnswer } from "./schemas.ts";

type JsonObject = Readonly<Record<string, unknown>>;

const about = `Guidance on asylum for people who refuse to fight in a war, with sources and dates, for programs of organisations that help them.

Show with every text its date, its sources and its \`notices\`: they say what the text alone does not. Never show an organisation's contacts without \`contactFromRussia\`.
Nothing about a request is written down here but its kind, status and size. Write nothing down on your side either: queries of your users can put them in danger. POST a search, and no proxy in between sees it in an address.
There is no key and no permission for pages of other sites to call this from a browser: ask from your own server, so that your readers' browsers do not contact ours.`;

function schemaName(schema: z.ZodType): string {
  const id = named.get(schema)?.id;
  if (id === undefined) throw new Error("a schema of the API has no name");
  return id;
}

const isJsonObject = z.record(z.string(), z.unknown());

function without(names: readonly string[], object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** JSON Schema of what is sent to us, without what OpenAPI says elsewhere. */
function inputSchema(schema: z.ZodType): JsonObject {
  return without(["$schema"], isJsonObject.parse(z.toJSONSchema(schema, { io: "input" })));
}

/** The fields of a flat object as parameters of an address. */
function queryParameters(schema: z.ZodObject): JsonObject[] {
  const { properties, required } = z
    .object({ properties: z.record(z.string(), isJsonObject), required: z.array(z.string()).default([]) })
    .parse(inputSchema(schema));
  return Object.entries(properties).map(([name, { description, ...shape }]) => ({
    name,
    in: "query",
    required: required.includes(name),
    description,
    schema: shape,
  }));
}

const pathParameter = (name: string, description: string): JsonObject => ({
  name,
  in: "path",
  required: true,
  description,
  schema: { type: "string" },
});

const jsonContent = (schema: z.ZodType): JsonObject => ({
  "application/json": { schema: { $ref: `#/components/schemas/${schemaName(schema)}` } },
});

const failures = {
  "400": "A parameter is missing, unknown or wrong",
  "404": "There is no such entry",
  "413": "The body is too large",
  "429": "Too many POSTs from one address; wait as long as `Retry-After` says",
  "500": "Something broke on our side",
  "503": "The server has too much to do; wait as long as `Retry-After` says",
} as const;

function operation(
  operationId: string,
  summary: string,
  answer: z.ZodType,
  codes: readonly (keyof typeof failures)[],
  asks: JsonObject,
): JsonObject {
  const refusals = codes.map((code) => [code, { description: failures[code], content: jsonContent(errorAnswer) }]);
  return {
    operationId,
    summary,
    ...asks,
    responses: { "200": { description: "The answer", content: jsonContent(answer) }, ...Object.fromEntries(refusals) },
  };
}

/** The description of the API, made from the schemas that its requests and answers are checked with. */
export function openApiDocument({ origin, languages }: { origin: string; languages: readonly string[] }): JsonObject {
  const requests = requestSchemas(languages);
  const { schemas } = z.toJSONSchema(named, { uri: (id) => `#/components/schemas/${id}` });
  const components = Object.entries(schemas).map(
    ([id, schema]) => [id, without(["$schema", "$id"], isJsonObject.parse(schema))] as const,
  );
  return {
    openapi: "3.1.0",
    info: {
      title: "Pristan",
      version: "1",
      description: about,
      license: { name: "Texts: CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
    },
    servers: [{ url: origin }],
    paths: {
      "/api/search": {
        get: operation("search", "Finds sections", searchAnswer, ["400", "500", "503"], {
          parameters: queryParameters(requests.search),
        }),
        post: operation(
          "searchByPost",
          "Finds sections; the query stands in the body, not in the address",
          searchAnswer,
          ["400", "413", "429", "500", "503"],
          { requestBody: { required: true, content: { "application/json": { schema: inputSchema(requests.search) } } } },
        ),
      },
      "/api/countries/{code}": {
        get: operation("country", "A country whole", entryAnswer, ["400", "404", "500", "503"], {
          parameters: [
            pathParameter("code", "Two-letter code in lower case, for example kz"),
            ...queryParameters(requests.entry),
          ],
        }),
      },
      "/api/entries/{kind}/{id}": {
        get: operation("entry", "An entry of any kind whole", entryAnswer, ["400", "404", "500", "503"], {
          parameters: [
            pathParameter("kind", "Kind of the entry, as results name it"),
            pathParameter("id", "Id of the entry, as results name it"),
            ...queryParameters(requests.entry),
          ],
        }),
      },
    },
    components: { schemas: Object.fromEntries(components) },
  };
}
