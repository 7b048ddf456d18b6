package rounds.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Objects;

class ModulesTest {
    private static final Map<String, String> SCRIPTS =
            Map.of(
                    "sum.js",
                    "const step = 1;\nexport function sum(n) {\n  return n + step;\n}\n",
                    "twice.js",
                    "import { sum as plus } from \"./sum.js\";\nexport const twice = (n) => plus(plus(n));\n",
                    "listed.js",
                    "var a = 1;export{a as one};\n",
                    "odd.js",
                    "export * from \"./sum.js\";\n");

    @Test
    void whatIsImportedStandsOnceBeforeWhatImportsIt() {
        String joined =
                joined(
                        "import { twice } from \"./twice.js\";\nimport { sum } from \"./sum.js\";\nexport function go() {\n  return twice(sum(1));\n}\n");

        assertThat(joined)
                .containsOnlyOnce("const step = 1;")
                .contains("const {sum: plus} = $sum_js;", "return {twice};", "export function go()")
                .doesNotContain("import ");
        assertThat(joined.indexOf("$sum_js = ")).isLessThan(joined.indexOf("$twice_js = "));
    }

    @Test
    void whatIsFetchedWhenItIsWantedStaysApart() {
        assertThat(joined("button.onclick = () => import(\"./sum.js\");\n"))
                .isEqualTo("button.onclick = () => import(\"./sum.js\");\n");
    }

    @Test
    void namesInAListAreGivenUnderTheirOtherNames() {
        assertThat(joined("import \"./listed.js\";\n")).contains("return {one: a};");
    }

    @Test
    void whatCannotBeJoinedIsNamed() {
        assertThatThrownBy(() -> joined("import \"./odd.js\";\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("odd.js");
    }

    @Test
    void remarksAndIndentsGoAndTextStays() {
        assertThat(Slim.sheet("/* a */\n.x, .y :is(a) {\n  content: \"a, /* b */ ; c\";\n}\n"))
                .isEqualTo(".x,.y :is(a){content:\"a, /* b */ ; c\"}");
        assertThat(Slim.script("// a\nif (x) {\n  y(\"// z\"); // w\n}\n"))
                .isEqualTo("if (x) {\ny(\"// z\"); // w\n}\n");
        assertThat(Slim.script("const s = `a\n  b`;\n")).isEqualTo("const s = `a\n  b`;\n");
        assertThat(Slim.template("<ul>\n  <li>a\n\tb</li>\n</ul>\n"))
                .isEqualTo("<ul>\n<li>a\nb</li>\n</ul>\n");
        assertThat(Slim.template("<pre>\n  a\n</pre>\n")).isEqualTo("<pre>\n  a\n</pre>\n");
    }

    private static String joined(String script) {
        return Modules.joined(script, path -> Objects.requireNonNull(SCRIPTS.get(path)));
    }
}
