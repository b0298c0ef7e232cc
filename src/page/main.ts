/*!
 * The page of whosays, MIT License. It holds, under the same licence (https://opensource.org/license/mit):
 * sigma 3.0.3, Copyright (C) 2013-2025 Alexis Jacomy, Guillaume Plique, Benoit Simard;
 * @sigma/edge-curve 3.1.0, Copyright (C) 2013-2025 Alexis Jacomy, Guillaume Plique, Benoit Simard;
 * graphology 0.26.0, graphology-utils 2.5.2 and graphology-layout-forceatlas2 0.10.1, Copyright (c) 2016-2021 Guillaume Plique;
 * events 3.3.0, Copyright Joyent, Inc. and other Node contributors.
 */
import "./style/page.css";
import { startApp } from "./app.ts";
import { readPayload } from "./payload-block.ts";

readPayload()
  .then(startApp)
  .catch((error: unknown) => {
    // The plain text of the page is there for this case too.
    document.getElementById("app")?.remove();
    document.documentElement.classList.add("plain");
    throw error;
  });
