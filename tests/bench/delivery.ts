/**
 * What getting broadcasts to stations costs: the station's page on the wire, downloads, lists that did not change, bundles
 * that are cut, and planning.
 *
 * Fair because both sides of a ratio run on the same machine and minute, each as a process of its own in production mode,
 * asked by the same client over one open connection, in turns whose order changes from round to round; medians count.
 * Downloads: the same file, through the door with its secret, checks and receipt, and from a bare Node server that pipes it.
 * Lists: a 304 on a feed of 100 slots (20 spots, one station), and the same 100 slots as documents in a Strapi of the same
 * version with its own REST list, spot and station populated, without any content type or plugin besides.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';

import { furnishHouse } from './delivery-house';
import { measureTransfer } from './delivery-transfer';
import { seedFrom } from './statistics';

type PageFigures = {
  readonly pageBytes: number;
  readonly pageRequests: number;
  readonly repeatBytes: number;
};
type PlanningFigures = {
  readonly planStations: number;
  readonly planSlots: number;
  readonly planGrowth: number;
};

/** The measures of other rooms, each in a file of its own beside this one. */
async function figuresOf<Figures>(file: string, name: string): Promise<Figures> {
  const measures = (await import(path.join(__dirname, file))) as Readonly<
    Record<string, (() => Promise<Figures> | Figures) | undefined>
  >;
  const measure = measures[name];
  if (measure === undefined) throw new Error(`${file} has no ${name}.`);
  return measure();
}

async function main(): Promise<void> {
  const seed = seedFrom(process.argv);
  console.log('planning');
  const planning = await figuresOf<PlanningFigures>('delivery-planning.ts', 'benchPlanning');
  console.log('the station page');
  const page = await figuresOf<PageFigures>('delivery-page.ts', 'measureDeliveryPage');
  console.log('downloads, lists and bundles');
  const house = await furnishHouse(seed);
  const transfer = await measureTransfer(house, seed);
  rmSync(path.dirname(house.server.env['DATA_DIR'] ?? ''), { recursive: true, force: true });
  console.log(
    JSON.stringify({
      bench: 'delivery',
      pageBytes: page.pageBytes,
      pageRequests: page.pageRequests,
      repeatBytes: page.repeatBytes,
      downloadToPlainNode: transfer.downloadToPlainNode,
      notModifiedToStrapi: transfer.notModifiedToStrapi,
      bundleCuts: transfer.bundleCuts,
      bundleIdentical: transfer.bundleIdentical,
      planStations: planning.planStations,
      planSlots: planning.planSlots,
      planGrowth: planning.planGrowth,
      usualDownloadToPlainNode: transfer.usualDownloadToPlainNode,
      bundleBytes: transfer.bundleBytes,
      seed,
      readings: { planning, page, transfer: transfer.transferReadings },
    }),
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
