package io.earnout.present.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A script that a test puts into a copy of a page, which says what is wrong with it once it is laid out. */
final class Probe {

    private static final String FIRST = """
            <script>
            window.wrong = [];
            window.addEventListener('error', event => window.wrong.push('error: ' + event.message));
            </script>
            """;

    private static final String LAST = """
            <script>
            window.addEventListener('load', () => {
              const wrong = window.wrong, root = document.documentElement;
              if (root.scrollWidth > root.clientWidth) {
                wrong.push('the page is ' + root.scrollWidth + ' wide in a window of ' + root.clientWidth);
              }
              const name = element => element.tagName + '.' + element.className + ' ' + element.textContent.slice(0, 60);
              for (const element of document.querySelectorAll('body *')) {
                if (element.closest('svg')) continue;
                const style = getComputedStyle(element);
                if (style.display !== 'inline' && element.scrollWidth > element.clientWidth + 1) {
                  wrong.push('text overflows: ' + name(element));
                }
                const box = element.getBoundingClientRect();
                if (box.width > 0 && box.right > root.clientWidth + 1) wrong.push('beyond the window: ' + name(element));
              }
              for (const cell of document.querySelectorAll('td, th')) {
                const box = cell.getBoundingClientRect(), range = document.createRange();
                range.selectNodeContents(cell);
                for (const part of range.getClientRects()) {
                  if (part.right > box.right + 1 || part.left < box.left - 1) {
                    wrong.push('text leaves its cell: ' + name(cell));
                    break;
                  }
                }
              }
              for (const picture of document.querySelectorAll('svg')) {
                const frame = picture.getBoundingClientRect(), boxes = [];
                for (const text of picture.querySelectorAll('text')) {
                  const box = text.getBoundingClientRect();
                  if (box.left < frame.left - 1 || box.right > frame.right + 1
                      || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) {
                    wrong.push('lettering leaves its picture: ' + text.textContent);
                  }
                  for (const other of boxes) {
                    const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
                    const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
                    if (across > 1.5 && down > 5) wrong.push('lettering lies on lettering: ' + text.textContent);
                  }
                  boxes.push(box);
                }
              }
              for (const resource of performance.getEntriesByType('resource')) wrong.push('asks for ' + resource.name);
              const said = document.createElement('pre');
              said.id = 'probe';
              said.textContent = wrong.join('\\n');
              document.body.append(said);
            });
            </script>
            """;

    private static final Pattern SAID = Pattern.compile("<pre id=\"probe\">(.*?)</pre>", Pattern.DOTALL);

    private Probe() {}

    static String into(String html) {
        return html.replaceFirst("<head>", Matcher.quoteReplacement("<head>" + FIRST))
                .replace("</body>", LAST + "</body>");
    }

    /** As it is printed on A4: the rules of print, in a window as wide as the sheet within its margins. */
    static String intoPrinted(String html) {
        return into(html.replace("@media print", "@media all").replace("@media screen", "@media print"));
    }

    /** What is wrong with the page that was laid out. */
    static List<String> said(String dom) {
        Matcher said = SAID.matcher(dom);
        return said.find()
                ? ShownFigures.text(said.group(1))
                        .lines()
                        .filter(line -> !line.isEmpty())
                        .toList()
                : List.of("the page was not laid out");
    }
}
