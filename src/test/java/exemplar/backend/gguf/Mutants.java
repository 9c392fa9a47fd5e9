package exemplar.backend.gguf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Damages the header of a model file, each number in a way of its own, the same every time.
public final class Mutants {
    private static final List<Long> TELLING =
            List.of(
                    0L,
                    1L,
                    2L,
                    3L,
                    7L,
                    33L,
                    255L,
                    256L,
                    4096L,
                    65_536L,
                    0x7fff_ffffL,
                    0x8000_0000L,
                    0xffff_ffffL,
                    0x1_0000_0000L,
                    0x7fff_ffff_ffff_ffffL,
                    -1L,
                    -2L,
                    0x4000_0000_0000_0000L);

    private final byte[] file;
    private final int header;

    /// @param header bytes before the weights
    public Mutants(byte[] file, int header) {
        this.file = file.clone();
        this.header = header;
    }

    public byte[] number(int number) {
        Random random = new Random(number * 7919L);
        byte[] mutant = file.clone();
        int times = 1 + random.nextInt(number % 5 == 0 ? 4 : 1);
        for (int i = 0; i < times; i++) {
            mutant = damaged(mutant, random);
        }
        return mutant;
    }

    private byte[] damaged(byte[] mutant, Random random) {
        ByteBuffer at = ByteBuffer.wrap(mutant).order(ByteOrder.LITTLE_ENDIAN);
        int place = random.nextInt(Math.min(header, mutant.length) - 8);
        long value = TELLING.get(random.nextInt(TELLING.size()));
        return switch (random.nextInt(8)) {
            case 0 -> set(mutant, place, random.nextInt(256));
            case 1 -> set(mutant, place, mutant[place] ^ 1 << random.nextInt(8));
            case 2 -> {
                at.putLong(place, value);
                yield mutant;
            }
            case 3 -> {
                at.putInt(place, (int) value);
                yield mutant;
            }
            case 4 -> {
                at.putInt(place, at.getInt(place) + random.nextInt(5) - 2);
                yield mutant;
            }
            case 5 -> near(mutant, random, value);
            case 6 -> near(mutant, random, at.getInt(place) + 1L);
            default ->
                    random.nextInt(4) == 0
                            ? Arrays.copyOf(mutant, 8 + random.nextInt(mutant.length - 8))
                            : near(mutant, random, random.nextInt(300));
        };
    }

    private static byte[] set(byte[] mutant, int place, int value) {
        mutant[place] = (byte) value;
        return mutant;
    }

    /// Changes a number right behind a word, where lengths, types and values lie.
    private byte[] near(byte[] mutant, Random random, long value) {
        ByteBuffer at = ByteBuffer.wrap(mutant).order(ByteOrder.LITTLE_ENDIAN);
        int end = Math.min(header, mutant.length) - 16;
        int from = random.nextInt(end);
        for (int i = 0; i < end; i++) {
            int p = (from + i) % end;
            boolean word = Character.isLetter(mutant[p]) && mutant[p + 1] < 32;
            if (word && p + 17 < mutant.length) {
                int skip = new int[] {1, 5, 9}[random.nextInt(3)];
                at.putInt(p + skip, (int) value);
                break;
            }
        }
        return mutant;
    }
}
