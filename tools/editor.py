"""Takes the picture of completion in an editor for docs/authoring.md: `python -m tools.editor`.

The editor is Monaco, of which VS Code is made, with the language service of its YAML extension. It
is fetched from npm for the picture alone; neither the product nor its tests need it.
"""

import io
import json
import shutil
import subprocess
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from .programs import demand

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "images" / "editor-completion.png"
PACKAGES = ("monaco-editor@0.52.2", "monaco-yaml@5.5.1", "esbuild@0.28.2")
SCRIPT = """
import * as monaco from 'monaco-editor';
import { configureMonacoYaml } from 'monaco-yaml';
window.MonacoEnvironment = {
  getWorker: (_, label) => new Worker(label === 'yaml' ? 'yaml.js' : 'editor.js'),
};
const uri = monaco.Uri.parse('file:///my-loop.yaml');
configureMonacoYaml(monaco, {
  enableSchemaRequest: false,
  schemas: [{ fileMatch: ['*'], uri: 'file:///pathway.schema.json', schema: window.schema }],
});
const model = monaco.editor.createModel(window.text, 'yaml', uri);
window.editor = monaco.editor.create(document.body, {
  model, fontSize: 14, minimap: { enabled: false }, scrollBeyondLastLine: false,
  renderLineHighlight: 'none', overviewRulerLanes: 0, suggest: { showStatusBar: false },
});
"""
PAGE = """<!DOCTYPE html><meta charset="utf-8"><title>Editor</title>
<link rel="stylesheet" href="main.css">
<style>html,body{margin:0;height:100%}</style>
<body><script src="data.js"></script><script src="main.js"></script>"""
SIZE = {"width": 820, "height": 330}


def build(folder: Path) -> None:
    """Puts the editor into a folder, ready to be served."""
    npm = demand("npm")
    install = [npm, "install", "--no-audit", "--no-fund", "--prefix", str(folder), *PACKAGES]
    subprocess.run(install, check=True, stdout=subprocess.DEVNULL)
    (folder / "main.mjs").write_text(SCRIPT, "utf-8")
    modules = folder / "node_modules"
    entries = {
        "main": folder / "main.mjs",
        "yaml": modules / "monaco-yaml" / "yaml.worker.js",
        "editor": modules / "monaco-editor" / "esm" / "vs" / "editor" / "editor.worker.js",
    }
    for name, entry in entries.items():
        subprocess.run(
            [str(modules / ".bin" / "esbuild"), str(entry), "--bundle",
             "--format=iife", "--loader:.ttf=dataurl", f"--outfile={folder / name}.js",
             "--log-level=error"],
            check=True,
        )  # fmt: skip
    schema = (ROOT / "pathways" / "pathway.schema.json").read_text("utf-8")
    (folder / "data.js").write_text(f"schema = {schema}; text = {json.dumps(text())}", "utf-8")
    (folder / "index.html").write_text(PAGE, "utf-8")


def text() -> str:
    """The first arrow of the small pathway, as one writes it: its effect is still to come."""
    loop = (ROOT / "pathways" / "csf1-egf-loop.yaml").read_text("utf-8")
    return loop.replace("effect: recruits", "effect: ", 1)


def main() -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        build(folder)
        handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=demand("chromium"), args=["--no-sandbox", "--disable-gpu"]
            )
            page = browser.new_page(viewport=SIZE, device_scale_factor=2)
            page.goto(f"http://127.0.0.1:{server.server_address[1]}/")
            page.wait_for_function("() => window.editor")
            line = text().splitlines().index("        effect: ") + 1
            page.evaluate(
                "line => { editor.setPosition({ lineNumber: line, column: 99 });"
                " editor.setScrollTop(editor.getTopForLineNumber(line - 8)); editor.focus(); }",
                line,
            )
            page.wait_for_timeout(3000)  # until the service has read the schema
            page.evaluate("editor.trigger('', 'editor.action.triggerSuggest')")
            page.locator(".suggest-widget.visible", has_text="activates").wait_for()
            page.keyboard.press("Control+Space")  # with what the word means
            page.wait_for_timeout(1500)
            shot = Image.open(io.BytesIO(page.screenshot()))
            shot.convert("RGB").quantize(64).save(PICTURE, optimize=True)
            browser.close()
        server.shutdown()
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
