/** The nine calls on a graph in memory. */
import { describe } from "vitest";
import { toGraph } from "../../src/graph/build.ts";
import { createQuery } from "../../src/graph/query/index.ts";
import { knowledge } from "../fixtures/knowledge.ts";
import { answersTheNineCalls } from "./query-suite.ts";

describe("a graph in memory", () => answersTheNineCalls(createQuery(toGraph(knowledge))));
