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
