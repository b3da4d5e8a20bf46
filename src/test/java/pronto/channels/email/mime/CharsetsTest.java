package pronto.channels.email.mime;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Bytes;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // What it is written in, what it says, what stands there
                "UTF-8, -, Perché è così",
                "UTF-8, us-ascii, Perché è così",
                "UTF-8, iso-8859-1, Perché è così",
                "UTF-8, iso-8859-15, Perché è così",
                "UTF-8, windows-1250, Grüße aus Köln",
                "UTF-8, koi8-r, Перестало работать",
                "UTF-8, no-such-thing, Perché è così",
                "windows-1252, -, \u201cPerché\u201d costa 5 € è così",
                "windows-1252, us-ascii, Perché è così",
                "windows-1252, utf-8, Perché non va più e così via",
                "windows-1252, iso-8859-1, \u201cGrüße\u201d",
                "windows-1251, windows-1251, Перестало работать",
                "KOI8-R, koi8-r, Перестало работать",
                "GB18030, gb2312, 系统无法登录",
                "GBK, gbk, 系统无法登录",
                "Big5, big5, 系統無法登入",
                "Shift_JIS, shift_jis, システムに入れません",
                "ISO-2022-JP, iso-2022-jp, システムに入れません",
                "ISO-2022-JP, us-ascii, システムに入れません",
                "ISO-2022-JP, -, システムに入れません",
                "EUC-KR, ks_c_5601-1987, 로그인할 수 없습니다",
                "windows-1254, iso-8859-9, Giriş yapamıyorum"
            })
    void is_read_as_it_was_meant(String written, @Nullable String declared, String text) {
        assertThat(Charsets.decode(text.getBytes(Charset.forName(written)), declared))
                .isEqualTo(text);
    }

    @Test
    void utf_7_is_read() {
        assertThat(Charsets.decode("Perch+AOk- 1 +- 1 +2D3eAA".getBytes(UTF_8), "UTF-7"))
                .isEqualTo("Perché 1 + 1 \ud83d\ude00");
    }

    @Test
    void a_mark_in_front_says_more_than_a_name() {
        assertThat(Charsets.decode("\ufeffPerché".getBytes(UTF_16LE), "utf-8")).isEqualTo("Perché");
        assertThat(Charsets.decode("\ufeffPerché".getBytes(UTF_8), "iso-8859-1"))
                .isEqualTo("Perché");
    }

    @Test
    void two_programs_may_have_written_one_text() {
        var mixed = Bytes.concat("Perché è\n".getBytes(UTF_8), "così è\n".getBytes(Charset.forName("windows-1252")));

        assertThat(Charsets.decode(mixed, "utf-8")).isEqualTo("Perché è\ncosì è\n");
    }
}
