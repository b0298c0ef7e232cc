/*!
 * The page of whosays, MIT License. It holds, under the same licence (https://opensource.org/license/mit):
 * sigma 3.0.3, Copyright (C) 2013-2025 Alexis Jacomy, Guillaume Plique, Benoit Simard;
 * graphology 0.26.0 and graphology-utils 2.5.2, Copyright (c) 2016-2021 Guillaume Plique;
 * events 3.3.0, Copyright Joyent, Inc. and other Node contributors.
 */
import "./page.css";
import { type PagePayload, pagePayloadVersion } from "../model/page-payload.ts";
import { startApp } from "./app.ts";

/** The payload that the exporter put into the page; throws where it is missing or of another version. */
function readPayload(): PagePayload {
  const payload: PagePayload = JSON.parse(document.getElementById("data")?.textContent ?? "");
  if (payload.version !== pagePayloadVersion) {
    throw new Error(
      `The page reads payload version ${pagePayloadVersion} and found ${payload.version}. Export it again.`,
    );
  }
  return payload;
}

try {
  startApp(readPayload());
} catch (error) {
  // The plain text of the page is there for this case too.
  document.getElementById("app")?.remove();
  document.documentElement.classList.add("plain");
  throw error;
}
