package pronto;

/** Starts the program that the command line asks for. */
public final class Pronto {

    private Pronto() {}

    public static void main(String[] arguments) {
        System.out.println("Pronto");
    }
}
