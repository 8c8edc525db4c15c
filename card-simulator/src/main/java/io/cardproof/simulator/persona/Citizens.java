package io.cardproof.simulator.persona;

import io.cardproof.simulator.picture.Face;
import java.time.MonthDay;
import java.util.List;

/** The people on the citizen cards. Nobody is called so, lives there or has such a number. */
final class Citizens {
  private Citizens() {}

  static Citizen of2021() {
    return new Citizen(
        "Nguyễn",
        "Thị Mẫu",
        "F",
        MonthDay.of(9, 2),
        35,
        "012345",
        "012345678",
        "Phường Thử Nghiệm, Ba Đình, Hà Nội",
        "Số 1 Phố Kiểm Thử, Phường Thử Nghiệm, Ba Đình, Hà Nội",
        "Nốt ruồi dưới tai trái",
        List.of("Nguyễn Văn Mẫu", "Trần Thị Thử"),
        List.of("Lê Văn Nghiêm"),
        Face.LINH);
  }

  static Citizen of2024() {
    return new Citizen(
        "Trần",
        "Văn Thử",
        "M",
        MonthDay.of(5, 19),
        27,
        "054321",
        "",
        "Phường Thử Nghiệm, Hoàn Kiếm, Hà Nội",
        "Số 2 Phố Kiểm Thử, Phường Thử Nghiệm, Hoàn Kiếm, Hà Nội",
        "",
        List.of("Trần Văn Mẫu", "Phạm Thị Nghiệm"),
        List.of(),
        Face.MINH);
  }
}
