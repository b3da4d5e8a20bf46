package pronto.runtime.settings;

import pronto.runtime.CannotRun;

/** A setting that does not exist, or a value that does not fit: wrong usage, wherever it was written. */
public final class WrongSetting extends CannotRun {

    WrongSetting(String sentence) {
        super(sentence);
    }

    WrongSetting(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
