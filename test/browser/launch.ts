import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

/** Starts the installed Chromium, which is kept from talking to anybody on its own account. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(process.env),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
