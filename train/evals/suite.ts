/**
 * A suite measures one quality on gold data. It finds the data in a folder that stands beside the project
 * (`../shared/gold`) or is named with `--data`, and says so when the data are missing.
 */
export interface SuiteResult {
  /** Figures by name, `body.f1`: 0 to 1 unless the name says otherwise. Higher is better, save for names in `lowerIsBetter`. */
  readonly figures: Readonly<Record<string, number>>;
  /** A table or a list of errors for people; printed with `--verbose`. */
  readonly details?: string;
  readonly lowerIsBetter?: readonly string[];
}

export interface Suite {
  readonly name: string;
  readonly about: string;
  /** Files below the data folder that the suite reads; their digest is pinned with the floors. */
  readonly files: readonly string[];
  run(dataFolder: string): Promise<SuiteResult> | SuiteResult;
}
