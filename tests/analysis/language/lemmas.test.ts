import { describe, expect, test } from "vitest";
import { lemmaOf } from "./engine.ts";

describe("lemmas", () => {
  test.each([
    ["Rebels seized the town.", "seized", "seize"],
    ["The court was hoping for calm.", "hoping", "hope"],
    ["They were hopping over fences.", "hopping", "hop"],
    ["Troops withdrew from the border.", "withdrew", "withdraw"],
    ["He has been accused of spying.", "accused", "accuse"],
    ["Gunmen fled after the raid.", "fled", "flee"],
    ["The army shelled the village.", "shelled", "shell"],
    ["Both sides agreed to meet.", "agreed", "agree"],
    ["She denies the charges.", "denies", "deny"],
    ["Police arrested ten protesters.", "protesters", "protester"],
    ["Many countries imposed sanctions.", "countries", "country"],
    ["The talks led to new crises.", "crises", "crisis"],
    ["They killed three women.", "women", "woman"],
    ["The envoys didn't sign.", "n't", "not"],
    ["He is lying about it.", "lying", "lie"],
    ["They were expelled from Moscow.", "expelled", "expel"],
    ["The firm is pledging support.", "pledging", "pledge"],
    ["Relations got worse last year.", "got", "get"],
    ["Ships were patrolling the strait.", "patrolling", "patrol"],
    ["Leaders discussed trade.", "discussed", "discuss"],
    ["The visits focused on trade.", "focused", "focus"],
  ])("%s: %s is %s", (text, word, lemma) => {
    expect(lemmaOf(text, word)).toBe(lemma);
  });

  test("names keep their form", () => {
    expect(lemmaOf("The United States voted.", "States")).toBe("States");
  });
});
